package dev.rekey.local.contract;

import static dev.rekey.local.LocalValues.APP_ID;
import static dev.rekey.local.LocalValues.USER_POOL_ID;
import static dev.rekey.local.outside.Api.SEND_EMAIL;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRunner.class)
class SendEmailVectorsTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Api api;
  private final LocalSide local;
  private final Person person;

  SendEmailVectorsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void vector2_mailsAPasscode() {
    var answer = api.sendEmail(person.email());

    assertOk(answer);
    assertThat(answer.json().path("message").asString()).isEqualTo("操作成功");
    assertThat(local.passcode(person.email())).matches("[0-9]{6}");
    assertThat(local.messages(person.email())).hasSize(1);
  }

  @Test
  void vector3_asksForPatienceWithinAMinute() {
    api.sendEmail(person.email());

    assertRefused(api.sendEmail(person.email()), 499, 2080);
    local.await(person.email(), 1);
    assertThat(local.messages(person.email())).hasSize(1);
  }

  @Test
  void vector4_doesNotServeTheOtherChannels() {
    api.sendEmail(person.email());

    assertRefused(api.post(SEND_EMAIL, channel("CHANNEL_LOGIN")), 501);
    local.await(person.email(), 1);
    assertThat(local.messages(person.email())).hasSize(1);
  }

  @Test
  void vector5_replacesThePasscodeAfterAMinute() {
    api.sendEmail(person.email());
    var first = local.passcode(person.email());
    local.advance(A_MINUTE);

    assertOk(api.sendEmail(person.email()));
    var second = local.await(person.email(), 2).getLast().passcode();
    assertThat(second).isNotEqualTo(first);
    assertRefused(api.verifyEmail(person.email(), first), 499, 2001);
    assertToken(api.verifyEmail(person.email(), second));
  }

  @Test
  void vector6_doesNotTellCaseApart() {
    api.sendEmail(person.email());

    assertRefused(api.sendEmail(person.email().toUpperCase(Locale.ROOT)), 499, 2080);
  }

  @Test
  void vector7_refusesAnUnpublishedChannel() {
    assertRefused(api.post(SEND_EMAIL, channel("CHANNEL_NOPE")), 400);
  }

  @Test
  void vector8_refusesAMissingEmail() {
    assertRefused(api.post(SEND_EMAIL, Map.of("channel", Api.RESET_CHANNEL)), 400, 2231);
  }

  @Test
  void vector9_refusesWhatIsNoEmail() {
    assertRefused(api.sendEmail("not-an-email"), 400, 2204);
  }

  @Test
  void vector10_answersAnUnknownAddressWithTheSameBytes() {
    var stranger = Person.stranger();

    var unknown = api.sendEmail(stranger.email());
    var known = api.sendEmail(person.email());

    assertThat(unknown.bytes()).isEqualTo(known.bytes());
    local.await(person.email(), 1);
    assertThat(local.messages(stranger.email())).isEmpty();
  }

  @Test
  void vector11_refusesACallWithoutIds() {
    assertRefused(send(Map.of()), 400, 2101);
  }

  @Test
  void vector12_refusesAnUnknownApp() {
    assertRefused(send(Map.of("x-authing-app-id", "nobody")), 499, 2011);
  }

  @Test
  void vector13_letsAMiniProgramInByItsUserPool() {
    assertOk(send(Map.of("x-authing-userpool-id", USER_POOL_ID)));
    assertThat(local.passcode(person.email())).matches("[0-9]{6}");
  }

  @Test
  void letsAGenAuthClientInByItsOwnHeader() {
    assertOk(send(Map.of("x-genauth-app-id", APP_ID)));
  }

  private Answer send(Map<String, String> ids) {
    var headers = new HashMap<>(ids);
    headers.put("content-type", "application/json");
    return api.post(SEND_EMAIL, Json.text(Api.mailBody(person.email())), headers);
  }

  private Map<String, String> channel(String channel) {
    return Map.of("email", person.email(), "channel", channel);
  }
}
