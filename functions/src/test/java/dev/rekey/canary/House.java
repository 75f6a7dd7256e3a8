package dev.rekey.canary;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.conformance.Scene;
import dev.rekey.dynamo.DynamoStores;
import dev.rekey.feedback.Reports;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.testing.TestKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation in a process of its own, a person in it, and the calls that are made for her. */
final class House implements AutoCloseable {
  static final String CLIENT = "203.0.113.77";
  static final String APP_SECRET = "zqappgeheimnis";
  static final String AWS_SECRET = "zqawsgeheimnis";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** As long as one may be, and in another script than its normal form. */
  static final String EMAIL =
      "Zqkanarienvogel.mit-einem-sehr-langen-namen+und.noch.viel.lang@zqkäfig-für-vögel.例え.example";

  static final String NUMBER = "13987654321";
  static final String USERNAME = "zqbenutzerin";

  final Parrot parrot = new Parrot();
  final DynamoStores stores = DynamoStores.create();
  private final AddressHashes hashes = new AddressHashes(TestKeys.keys());
  private final Passcodes passcodes = new Passcodes(TestKeys.keys(), new SecureRandom());
  private final Sandbox sandbox;
  private Instant now = Scene.START;

  House(Path folder, String... options) {
    sandbox = new Sandbox(folder, now, environment(), List.of(options));
  }

  private Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("REKEY_RESETS_TABLE", stores.tables().resets());
    environment.put("REKEY_ACCOUNTS_TABLE", stores.tables().accounts());
    environment.put("REKEY_KEYS_SECRET", "keys");
    // the digest of the app's secret
    environment.put(
        "REKEY_APPS", "app:df49ad18d1f56f5ce8502f359aacacef582e7c47ba95598348bc8b61a1d2c7ae");
    environment.put("REKEY_MAIL_FROM", "rekey@example.com");
    environment.put("REKEY_EVENTS_TOPIC_ARN", "arn:aws:sns:eu-central-1:000000000000:events");
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", AWS_SECRET);
    environment.putAll(parrot.environment());
    return environment;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  static EmailAddress email() {
    return EmailAddress.parse(EMAIL).orElseThrow();
  }

  static PhoneNumber phone() {
    return PhoneNumber.parse(NUMBER, Optional.of("+86"), "CN").orElseThrow();
  }

  /** She has an account with a confirmed address and a confirmed number. */
  void moveIn() {
    stores.put(
        new StoredAccount(
            new AccountId(UUID.randomUUID().toString()),
            true,
            false,
            Optional.of(USERNAME),
            Optional.of(new StoredAddress(EMAIL, true)),
            Optional.of(new StoredAddress("+86" + NUMBER, true)),
            Optional.empty(),
            Optional.empty(),
            Scene.START.minus(Duration.ofDays(1)),
            1,
            Optional.empty()));
  }

  Instant now() {
    return now;
  }

  /** Time for the next passcode. */
  void later(Duration by) {
    now = now.plus(by);
    sandbox.moveTo(now);
  }

  AddressHash hash(Address address) {
    return hashes.of(address);
  }

  /** What the last passcode was; nothing where none is due. */
  Optional<String> passcode(Address address) {
    return stores
        .promised(hash(address))
        .filter(PasscodeDue.class::isInstance)
        .map(due -> ((PasscodeDue) due).passcode())
        .flatMap(issued -> passcodes.digits(issued, address))
        .map(code -> code.digits());
  }

  /** A call as the gateway makes it. */
  String post(String function, String route, String body) {
    return call(function, "POST", "/api/v3/" + route, body);
  }

  String call(String function, String method, String path, String body) {
    return sandbox.call(function, JSON.writeValueAsString(event(method, path, body)));
  }

  static Map<String, Object> event(String method, String path, String body) {
    var event = new HashMap<String, Object>();
    event.put("httpMethod", method);
    event.put("path", path);
    event.put("headers", Map.of("content-type", "application/json", "x-authing-app-id", "app"));
    event.put(
        "requestContext",
        Map.of("identity", Map.of("sourceIp", CLIENT), "requestId", UUID.randomUUID().toString()));
    event.put("body", body);
    return event;
  }

  String sendEmail() {
    return post(
        "SendEmail", "send-email", json("channel", "CHANNEL_RESET_PASSWORD", "email", EMAIL));
  }

  String sendSms() {
    return post(
        "SendSms",
        "send-sms",
        json(
            "channel", "CHANNEL_RESET_PASSWORD", "phoneNumber", NUMBER, "phoneCountryCode", "+86"));
  }

  String preCheck(String code) {
    return post(
        "PreCheckCode",
        "pre-check-code",
        "{\"codeType\":\"EMAIL\",\"emailCodePayload\":"
            + json("channel", "CHANNEL_RESET_PASSWORD", "email", EMAIL, "passCode", code)
            + "}");
  }

  /** Here alone the number is called {@code phone} (contract section 1.1). */
  String preCheckSms(String code) {
    return post(
        "PreCheckCode",
        "pre-check-code",
        "{\"codeType\":\"SMS\",\"smsCodePayload\":"
            + json(
                "channel",
                "CHANNEL_RESET_PASSWORD",
                "phone",
                NUMBER,
                "phoneCountryCode",
                "+86",
                "passCode",
                code)
            + "}");
  }

  String verify(String code) {
    return post(
        "VerifyResetRequest",
        "verify-reset-password-request",
        "{\"verifyMethod\":\"EMAIL_PASSCODE\",\"emailPassCodePayload\":"
            + json("email", EMAIL, "passCode", code)
            + "}");
  }

  String verifySms(String code) {
    return post(
        "VerifyResetRequest",
        "verify-reset-password-request",
        "{\"verifyMethod\":\"PHONE_PASSCODE\",\"phonePassCodePayload\":"
            + json("phoneNumber", NUMBER, "phoneCountryCode", "+86", "passCode", code)
            + "}");
  }

  String reset(String token, String type, String password) {
    return post(
        "ResetPassword",
        "reset-password",
        json("passwordResetToken", token, "password", password, "passwordEncryptType", type));
  }

  String checkApp(String secret) {
    return post("SystemInfo", "check-app-id-secret", json("appId", "app", "appSecret", secret));
  }

  String get(String route) {
    return call("SystemInfo", "GET", "/api/v3/" + route, "");
  }

  String operate(String operation, String address) {
    return sandbox.call("Operate", json("operation", operation, "address", address));
  }

  /** SES tells of mails to these addresses that have just bounced for good. */
  String bounced(String... addresses) {
    String report = Reports.bounceAt(now.toString(), "Permanent", "General", addresses);
    return sandbox.call("Feedback", Reports.event(Reports.TOPIC, report));
  }

  /** Hands the last write to an address to both functions of the stream. */
  String deliver(Address address) {
    var image = JSON.readTree(stores.image(hash(address)));
    String event =
        JSON.writeValueAsString(
            Map.of(
                "Records",
                List.of(Map.of("dynamodb", Map.of("SequenceNumber", "1", "NewImage", image)))));
    return sandbox.call("DeliverMail", event) + sandbox.call("DeliverSms", event);
  }

  /** The body of an answer of the gateway's kind. */
  static JsonNode body(String answer) {
    return JSON.readTree(JSON.readTree(answer).path("body").asString());
  }

  static String json(String... fields) {
    var json = JSON.createObjectNode();
    for (int i = 0; i < fields.length; i += 2) {
      json.put(fields[i], fields[i + 1]);
    }
    return json.toString();
  }

  @Override
  public void close() {
    sandbox.close();
    parrot.close();
  }
}
