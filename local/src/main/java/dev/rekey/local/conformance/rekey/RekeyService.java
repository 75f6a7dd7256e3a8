package dev.rekey.local.conformance.rekey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.conformance.Answer;
import dev.rekey.local.conformance.Call;
import dev.rekey.local.conformance.Channel;
import dev.rekey.local.conformance.Limits;
import dev.rekey.local.conformance.Message;
import dev.rekey.local.conformance.Outcome;
import dev.rekey.local.conformance.Person;
import dev.rekey.local.conformance.ResetService;
import dev.rekey.local.conformance.Standing;
import dev.rekey.local.conformance.Wording;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rekey by its wire contract (docs/contract.md), and the routes under {@code /_local} of its
 * runner. Thread-safe.
 */
public final class RekeyService implements ResetService {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HOW =
      "Start a runner by `make run` and give its URL, as URL=http://127.0.0.1:8080, or give none.";
  private static final String API = "/api/v3/";
  private static final String RESET_CHANNEL = "CHANNEL_RESET_PASSWORD";
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "application/json",
          "x-authing-app-id", "rekey-local-app",
          "x-authing-lang", "en-US");
  private static final Pattern PASSCODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\":\"[0-9a-f-]{36}\"");

  private final Wire wire;
  private final Limits limits;
  private final Wording wording;

  private RekeyService(URI base, Map<String, String> environment) {
    limits = RekeyLimits.of(environment);
    wording =
        new Wording(
            environment.getOrDefault("REKEY_PRODUCT_NAME", "Rekey"),
            Pattern.compile("We never ask"),
            Pattern.compile("not you.*set a new password at once", Pattern.DOTALL),
            Pattern.compile("tell (us|the support of)"));
    wire = new Wire(base);
  }

  /**
   * A runner that answers.
   *
   * @param environment the settings that it was started with
   * @throws IllegalArgumentException with a sentence for people, where no runner answers there
   */
  public static RekeyService at(String url, Map<String, String> environment) {
    var base = uri(url);
    var service = new RekeyService(base, environment);
    try {
      if (service.wire.local("GET", "messages?to=nobody@example.com", "").status() == 200) {
        return service;
      }
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException("Nobody answers at " + url + ". " + HOW, e);
    }
    throw new IllegalArgumentException("Who answers at " + url + " is no runner of Rekey. " + HOW);
  }

  private static URI uri(String url) {
    try {
      var uri = new URI(url);
      if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(url + " is no URL. " + HOW, e);
    }
    throw new IllegalArgumentException(url + " is no URL of http. " + HOW);
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public int sources() {
    return wire.sources();
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(8);
  }

  @Override
  public void create(Person person, Standing standing) {
    var account = new LinkedHashMap<String, Object>();
    boolean confirmed = standing != Standing.UNVERIFIED;
    if (standing != Standing.TEXT_ONLY) {
      account.put("email", person.email());
      account.put("emailVerified", confirmed);
    }
    if (standing != Standing.MAIL_ONLY) {
      account.put("phone", person.phone());
      account.put("phoneVerified", confirmed);
    }
    account.put("username", person.username());
    account.put("status", standing == Standing.DISABLED ? "DISABLED" : "ACTIVE");
    account.put("password", person.password());
    account.put("mfa", standing == Standing.SECOND_FACTOR);
    account.put("locale", "en-US");
    wire.tree("PUT", "accounts/" + person.id(), json(account));
  }

  @Override
  public Call ask(Channel channel, String address) {
    return channel == Channel.MAIL
        ? post("send-email", Map.of("email", address, "channel", RESET_CHANNEL))
        : post("send-sms", Map.of("phoneNumber", address, "channel", RESET_CHANNEL));
  }

  @Override
  public Call check(Channel channel, String address, String passcode) {
    boolean mail = channel == Channel.MAIL;
    var payload =
        Map.of(mail ? "email" : "phone", address, "passCode", passcode, "channel", RESET_CHANNEL);
    return post(
        "pre-check-code",
        Map.of(
            "codeType",
            mail ? "EMAIL" : "SMS",
            mail ? "emailCodePayload" : "smsCodePayload",
            payload));
  }

  @Override
  public Call exchange(Channel channel, String address, String passcode) {
    boolean mail = channel == Channel.MAIL;
    var payload = Map.of(mail ? "email" : "phoneNumber", address, "passCode", passcode);
    return post(
        "verify-reset-password-request",
        Map.of(
            "verifyMethod",
            mail ? "EMAIL_PASSCODE" : "PHONE_PASSCODE",
            mail ? "emailPassCodePayload" : "phonePassCodePayload",
            payload));
  }

  @Override
  public Call reset(String token, String password) {
    return post("reset-password", Map.of("passwordResetToken", token, "password", password));
  }

  private static Call post(String operation, Map<String, ?> body) {
    return Call.post(API + operation, HEADERS, json(body));
  }

  @Override
  public Answer send(Call call, int source) {
    return wire.send(call, source);
  }

  @Override
  public Outcome read(Call call, Answer answer) {
    if (answer.status() >= 500) {
      return new Outcome.Refused(Outcome.Why.FAULT);
    }
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JacksonException e) {
      return new Outcome.Refused(Outcome.Why.MALFORMED);
    }
    return RekeyAnswers.outcome(call, body);
  }

  @Override
  public String comparable(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
    return answer.status()
        + " "
        + headers
        + " "
        + REQUEST_ID.matcher(answer.body()).replaceFirst("\"requestId\":\"\"");
  }

  @Override
  public List<Message> messages(Channel channel, String address) {
    var list = wire.tree("GET", "messages?to=" + URLEncoder.encode(address, UTF_8), "");
    return list.valueStream().map(message -> message(channel, message)).toList();
  }

  private static Message message(Channel channel, JsonNode message) {
    var subject = message.path("subject").asString("");
    var text = message.path("text").asString();
    return new Message(
        channel, message.path("to").asString(), subject.isEmpty() ? text : subject + "\n" + text);
  }

  @Override
  public Optional<String> passcode(Message message) {
    var found = PASSCODE.matcher(message.text());
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  @Override
  public boolean signsIn(String email, String password) {
    var body = json(Map.of("account", email, "password", password));
    return wire.local("POST", "sign-in", body).status() == 200;
  }

  @Override
  public Instant advance(Duration by) {
    var now = wire.tree("POST", "clock", json(Map.of("advance", by.toString()))).path("now");
    return Instant.parse(now.asString());
  }

  @Override
  public void forgetCalls() {
    wire.local("DELETE", "limits", "");
  }

  @Override
  public String stored(Person person) {
    return account(person).toString();
  }

  @Override
  public String sessions(Person person) {
    return account(person).path("epoch").toString();
  }

  @Override
  public boolean hasSecondFactor(Person person) {
    return account(person).path("mfa").asBoolean(false);
  }

  @Override
  public List<String> lines(Person person) {
    var subject = operate("show", person.email()).path("subject").asString();
    return wire.tree("GET", "audit?subject=" + URLEncoder.encode(subject, UTF_8), "")
        .valueStream()
        .filter(line -> !line.path("event").asString("").equals("address_shown")) // by this look
        .map(JsonNode::toString)
        .toList();
  }

  @Override
  public void open(Channel channel, String address) {
    operate("open", address);
  }

  @Override
  public void compromise(Channel channel, String address) {
    operate("compromised", address);
  }

  private JsonNode account(Person person) {
    return wire.tree("GET", "accounts/" + person.id(), "");
  }

  private JsonNode operate(String operation, String address) {
    return wire.tree("POST", "operate", json(Map.of("operation", operation, "address", address)));
  }

  private static String json(Map<String, ?> body) {
    return JSON.writeValueAsString(body);
  }
}
