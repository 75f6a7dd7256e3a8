package dev.rekey.local.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.wire.Json;
import dev.rekey.message.Language;
import dev.rekey.message.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sentence of the answers over HTTP, in every language, by both spellings of the header. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesTest {
  private static final Texts TEXTS = Texts.load();
  private static final String CHECK = "/api/v3/check-app-id-secret";

  /**
   * What no call hears here: the gateway lets none of an unknown route through to a function, and
   * there is no firewall before it.
   */
  private static final Set<String> UNHEARD = Set.of("not-found", "denied");

  private static final int RATE = 20;

  /** Calls that go over the rate even if a minute begins among them. */
  private static final int ENOUGH = 3 * RATE;

  private final Set<String> heard = new TreeSet<>();

  /** By the language that they answer in by default; each starts when it is needed first. */
  private final Map<Language, RunnerUnderTest> runners = new EnumMap<>(Language.class);

  @AfterAll
  void stop() {
    runners.values().forEach(RunnerUnderTest::close);
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceIsSaidInTheLanguageAskedFor(Language language) {
    var runner = runner(other(language));
    for (var name : new String[] {"x-authing-lang", "x-genauth-lang"}) {
      heard.clear();
      new Calls(runner, language, name).all();
      assertThat(heard).isEqualTo(all());
    }
  }

  @Test
  void theDefaultIsASetting() {
    assertThat(runner(Language.JA_JP).api().sendEmail("a").json().path("message").asString())
        .isEqualTo(TEXTS.get(Language.JA_JP, "email-form"));
  }

  /** Its rate is just above the calls of one route that the sentences need. */
  private RunnerUnderTest runner(Language byDefault) {
    return runners.computeIfAbsent(
        byDefault,
        it ->
            RunnerUnderTest.start(
                Map.of(
                    "REKEY_RATE_PER_SOURCE",
                    String.valueOf(RATE),
                    "REKEY_DEFAULT_LANGUAGE",
                    it.tag())));
  }

  /** Of the answers, so that a header that is not read shows. */
  private static Language other(Language language) {
    return language == Language.JA_JP ? Language.EN_US : Language.JA_JP;
  }

  private static Set<String> all() {
    var english = new Properties();
    try (var stream = Texts.class.getResourceAsStream("answers_en-US.properties")) {
      english.load(Objects.requireNonNull(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var keys = new TreeSet<>(english.stringPropertyNames());
    keys.removeAll(UNHEARD);
    return keys;
  }

  /** Provokes each sentence and hears it. */
  private final class Calls {
    private final Api api;
    private final LocalSide local;
    private final Language language;
    private final String header;

    Calls(RunnerUnderTest runner, Language language, String header) {
      api = runner.api();
      local = runner.local();
      this.language = language;
      this.header = header;
    }

    void all() {
      forms();
      apps();
      codes();
      passwords();
      limits();
      faults();
    }

    private void forms() {
      hear("malformed", post(Api.SEND_EMAIL, "{bad json"));
      hear("missing-field", post(Api.RESET, "{\"passwordResetToken\":\"x\"}"), "password");
      hear("bad-value", post(Api.VERIFY, "{\"verifyMethod\":\"MAGIC\"}"), "verifyMethod");
      hear("email-form", send(Api.SEND_EMAIL, Api.mailBody("none")));
      hear("phone-form", send(Api.SEND_SMS, Api.smsBody("12")));
      var login = Map.of("email", "a@example.com", "channel", "CHANNEL_LOGIN");
      hear("channel-not-served", send(Api.SEND_EMAIL, login));
      hear("too-large", post(Api.SEND_EMAIL, " ".repeat(64 * 1024 + 1)));
      hear("not-json", api.post(Api.SEND_EMAIL, "{}", headers("content-type", "text/plain")));
    }

    private void apps() {
      hear("app-id-missing", api.post(Api.SEND_EMAIL, "{}", headers("x-authing-app-id", "")));
      hear("app-unknown", api.post(Api.SEND_EMAIL, "{}", headers("x-authing-app-id", "nobody")));
      hearData("app-valid", send(CHECK, app("rekey-local-secret")));
      hearData("app-secret-wrong", send(CHECK, app("wrong")));
    }

    private static Map<String, ?> app(String secret) {
      return Map.of("appId", "rekey-local-app", "appSecret", secret);
    }

    private void codes() {
      var person = local.person();
      hear("ok", send(Api.SEND_EMAIL, Api.mailBody(person.email())));
      hearCount("too-soon", send(Api.SEND_EMAIL, Api.mailBody(person.email())));
      hear("ok", send(Api.SEND_SMS, Api.smsBody(person.national())));
      hearCount("too-soon", send(Api.SEND_SMS, Api.smsBody(person.national())));
      var passcode = local.passcode(person.email());
      var wrong = Passcodes.wrong(passcode);
      hearData("passcode-right", preCheck(person.email(), passcode));
      hearData("wrong-passcode", preCheck(person.email(), wrong));
      hear("wrong-passcode", verify(person.email(), wrong));
      local.advance(Duration.ofSeconds(301));
      hearData("expired-passcode", preCheck(person.email(), passcode));
      hear("expired-passcode", verify(person.email(), passcode));
    }

    private void passwords() {
      var person = local.person();
      send(Api.SEND_EMAIL, Api.mailBody(person.email()));
      var verified = verify(person.email(), local.passcode(person.email()));
      var token = verified.data().path("passwordResetToken").asString();
      hear("bad-reset-token", reset("none", "seven green bicycles", "none"));
      hear("undecryptable", reset(token, "seven green bicycles", "rsa"));
      hear("undecryptable", reset(token, "seven green bicycles", "sm2"));
      hear("password-too-short", reset(token, "12345", "none"), 8);
      hear("password-too-long", reset(token, "x".repeat(1_025), "none"), 1_024);
      hear("password-common", reset(token, "password123", "none"));
      hear("password-context", reset(token, person.email(), "none"));
    }

    private void limits() {
      var answer = send(Api.PRE_CHECK, Api.preCheckEmailBody("a@example.com", "123456"));
      for (int call = 0; call < ENOUGH && answer.statusCode() != 429; call++) {
        answer = send(Api.PRE_CHECK, Api.preCheckEmailBody("a@example.com", "123456"));
      }
      hear("throttled", answer);
      local.forgetLimits();
    }

    private void faults() {
      local.faults(Map.of("dynamodb", Map.of("status", 500, "times", 100)));
      hear("fault", verify("a@example.com", "123456"));
      local.faults(Map.of());
    }

    private Answer preCheck(String email, String passcode) {
      return send(Api.PRE_CHECK, Api.preCheckEmailBody(email, passcode));
    }

    private Answer verify(String email, String passcode) {
      return send(Api.VERIFY, Api.verifyEmailBody(email, passcode));
    }

    private Answer reset(String token, String password, String type) {
      return send(
          Api.RESET,
          Map.of("passwordResetToken", token, "password", password, "passwordEncryptType", type));
    }

    private Answer send(String path, Map<String, ?> body) {
      return post(path, Json.text(body));
    }

    private Answer post(String path, String body) {
      return api.post(path, body, headers(header, language.tag()));
    }

    private Map<String, String> headers(String name, String value) {
      var headers = new HashMap<>(Api.HEADERS);
      headers.put(header, language.tag());
      headers.put(name, value);
      return headers;
    }

    private void hear(String key, Answer answer, Object... values) {
      assertThat(answer.json().path("message").asString())
          .as("%s: %s", key, answer.body())
          .isEqualTo(TEXTS.get(language, key, values));
      heard.add(key);
    }

    /** The seconds to wait are what is left of sixty. */
    private void hearCount(String key, Answer answer) {
      assertThat(answer.json().path("message").asString().replaceAll("[0-9]+", "{}"))
          .isEqualTo(TEXTS.get(language, key, "{}"));
      heard.add(key);
    }

    private void hearData(String key, Answer answer) {
      assertThat(answer.data().path("message").asString())
          .as("%s: %s", key, answer.body())
          .isEqualTo(TEXTS.get(language, key));
      heard.add(key);
    }
  }
}
