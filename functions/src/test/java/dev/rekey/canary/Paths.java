package dev.rekey.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.address.Address;
import dev.rekey.canary.Parrot.End;
import dev.rekey.canary.Parrot.Manner;
import dev.rekey.conformance.Scene;
import dev.rekey.feedback.Reports;
import dev.rekey.keys.KeyringJson;
import dev.rekey.password.Ciphertexts;
import dev.rekey.testing.TestKeys;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.engines.SM2Engine;
import tools.jackson.databind.json.JsonMapper;

/** All ways through all functions: good, refused, malformed, and with each service at fault. */
final class Paths {
  static final String GOOD = "zqpasswort ñandú ✓ lang genug";
  static final String WEAK = House.USERNAME;
  private static final Set<Manner> AT_ONCE =
      EnumSet.of(Manner.QUOTES, Manner.NAMES, Manner.CANCELS); // these are not tried again
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofSeconds(61);

  final Canaries canaries = new Canaries();
  final List<String> answers = new ArrayList<>();

  /** Those that may hold a token, as an exchange must. */
  final List<String> exchanges = new ArrayList<>();

  /** What the tables held meanwhile. */
  final StringBuilder items = new StringBuilder();

  private final House house;
  private String code = "000000";
  private String token = "A".repeat(86);

  Paths(House house) {
    this.house = house;
    canaries.add("address", "zqkanarienvogel");
    canaries.add("address", "zqkäfig-für");
    canaries.add("address", House.email().normal().split("@", 2)[1].split("\\.", 2)[0]);
    canaries.add("number", House.NUMBER);
    canaries.add("user", House.USERNAME);
    canaries.add("client", House.CLIENT);
    canaries.add("secret of the app", House.APP_SECRET);
    canaries.add("secret of AWS", House.AWS_SECRET);
    canaries.add("password", "zqpasswort");
    canaries.add("hash", house.hash(House.email()).text());
    canaries.add("hash", house.hash(House.phone()).text());
    addKeys();
  }

  private void addKeys() {
    var json = JsonMapper.shared().readTree(KeyringJson.write(TestKeys.keyring()));
    canaries.addKey("key addressKey", decoded(json.path("addressKey").asString()));
    for (String kind : List.of("peppers", "codeKeys", "sealKeys", "rsa", "sm2")) {
      json.path(kind)
          .forEach(key -> canaries.addKey("key of " + kind, decoded(key.path("key").asString())));
    }
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  void all() throws Exception {
    good();
    refused();
    malformed();
    for (var manner : Manner.values()) {
      faulty(manner);
    }
    shut();
  }

  /** Two whole resets, by mail with RSA and by text with SM2, and all that may be asked beside. */
  void good() throws Exception {
    house.moveIn();
    answers.add(house.get("system"));
    answers.add(house.get("get-country-list"));
    answers.add(house.checkApp(House.APP_SECRET));
    answers.add(house.sendEmail());
    answers.add(house.deliver(House.email()));
    ask(House.email());
    answers.add(house.preCheck(code));
    exchange(house.verify(code));
    answers.add(house.reset(token, "RSA", rsa(GOOD.getBytes(UTF_8))));
    answers.add(house.deliver(House.email()));
    house.later(MINUTE);
    answers.add(house.sendSms());
    answers.add(house.deliver(House.phone()));
    ask(House.phone());
    answers.add(house.preCheckSms(code));
    exchange(house.verifySms(code));
    answers.add(house.reset(token, "SM2", sm2(WEAK.getBytes(UTF_8))));
    answers.add(house.reset(token, "SM2", sm2(GOOD.getBytes(UTF_8))));
    answers.add(house.deliver(House.phone()));
    house.later(MINUTE);
    answers.add(house.sendEmail());
    ask(House.email());
    exchange(house.verify(code));
    items.append(house.stores.everything());
  }

  /** A passcode on its way to her, and nothing behind it. */
  void delivered() {
    house.later(MINUTE);
    answers.add(house.sendEmail());
    ask(House.email());
    answers.add(house.deliver(House.email()));
  }

  private void refused() throws Exception {
    answers.add(house.sendEmail());
    answers.add(house.sendSms());
    answers.add(house.sendSms());
    answers.add(house.checkApp(House.APP_SECRET + "?"));
    answers.add(house.preCheck("zqcode"));
    answers.add(house.preCheckSms("zqcode"));
    answers.add(house.verify(code));
    answers.add(house.verifySms(code));
    answers.add(house.reset(token, "NONE", WEAK));
    answers.add(house.reset(token, "RSA", rsa(new byte[] {(byte) 0xff, 'z', 'q'})));
    answers.add(house.reset(token, "RSA", GOOD));
    answers.add(house.reset(token, "SM2", "sm2:" + HexFormat.of().formatHex(GOOD.getBytes(UTF_8))));
    answers.add(house.reset(token, "SM2", sm2(WEAK.getBytes(UTF_8)).replace('a', 'b')));
    answers.add(house.reset(token + "=", "NONE", GOOD));
    for (String operation :
        List.of("show", "open", "erase", "compromised", "unsuppress", House.EMAIL)) {
      answers.add(house.operate(operation, "+86" + House.NUMBER));
      answers.add(house.operate(operation, "<" + House.EMAIL + ">"));
    }
  }

  private static final List<String> POSTS =
      List.of(
          "SendEmail send-email",
          "SendSms send-sms",
          "PreCheckCode pre-check-code",
          "VerifyResetRequest verify-reset-password-request",
          "ResetPassword reset-password",
          "SystemInfo check-app-id-secret");

  /** Whatever a parser, a decoder or a table of routes could quote. */
  private void malformed() {
    String secrets =
        House.EMAIL
            + " "
            + House.NUMBER
            + " "
            + code
            + " "
            + token
            + " "
            + GOOD
            + " "
            + House.APP_SECRET;
    var bodies =
        List.of(
            secrets,
            "{\"email\":" + House.EMAIL + ",\"passCode\":" + code + ",\"password\":zqpasswort",
            "{\"zqpasswort\":1,\"zqpasswort\":2}",
            "{\"email\":[\"" + House.EMAIL + "\"],\"channel\":\"" + House.EMAIL + "\"}",
            "{\"password\":\"zqpasswort\\ud800\",\"passwordResetToken\":{\"a\":\"" + token + "\"}}",
            "{\"codeType\":\"zqpasswort\",\"verifyMethod\":\"zqpasswort\"}",
            "passCode=" + code + "&email=" + House.EMAIL,
            "\"zqpasswort" + "x".repeat(70_000) + "\"");
    for (String post : POSTS) {
      String function = post.split(" ", 2)[0];
      for (String body : bodies) {
        answers.add(house.post(function, post.split(" ", 2)[1], body));
      }
      answers.add(house.post(function, secrets, secrets));
      answers.add(house.call(function, House.EMAIL, "/" + secrets, secrets));
      answers.add(house.sandbox().call(function, "zqpasswort " + secrets));
      answers.add(house.sandbox().call(function, base64Event(secrets)));
    }
    for (String function : List.of("Operate", "Feedback", "DeliverMail", "DeliverSms")) {
      answers.add(house.sandbox().call(function, "zqpasswort " + secrets));
      answers.add(house.sandbox().call(function, "{\"operation\":zqpasswort"));
      answers.add(house.sandbox().call(function, House.json("operation", secrets)));
      answers.add(house.sandbox().call(function, record(secrets)));
    }
    for (String topic : List.of(Reports.TOPIC, secrets)) {
      answers.add(house.sandbox().call("Feedback", Reports.event(topic, secrets)));
    }
    answers.add(house.bounced(secrets, "<" + House.EMAIL + ">"));
  }

  private static String base64Event(String secrets) {
    var event = House.event("POST", "/api/v3/send-email", secrets);
    event.put("isBase64Encoded", true);
    return JsonMapper.shared().writeValueAsString(event);
  }

  /** A record of the stream in which every attribute is something else. */
  private static String record(String secrets) {
    var image = JsonMapper.shared().createObjectNode();
    for (String name : List.of("pk", "lang", "outbox", "address", "nonce", "channel")) {
      image.putObject(name).put("S", secrets);
    }
    return "{\"Records\":[{\"dynamodb\":{\"SequenceNumber\":\"1\",\"NewImage\":" + image + "}}]}";
  }

  /** Each service in turn behaves so, and everything is tried by functions that are new. */
  void faulty(Manner manner) {
    house.later(DAY);
    answers.add(house.sendEmail());
    ask(House.email());
    exchange(house.verify(code));
    house.later(MINUTE);
    answers.add(house.sendEmail());
    ask(House.email());
    answers.add(house.sendSms());
    house.parrot.knows(
        String.join(
            " ",
            House.EMAIL,
            House.email().normal(),
            House.NUMBER,
            code,
            token,
            GOOD,
            House.APP_SECRET,
            Parrot.keyring()));
    for (var end : End.values()) {
      house.parrot.behaves(end, manner);
      house.sandbox().restart();
      answers.add(house.deliver(House.email()));
      answers.add(house.deliver(House.phone()));
      if (end != End.MESSAGES) {
        answers.add(house.sendEmail());
        answers.add(house.verify("999999"));
        answers.add(house.verifySms("999999"));
        answers.add(house.reset(token, "NONE", GOOD));
        answers.add(house.operate("show", House.EMAIL));
        answers.add(house.bounced(House.EMAIL));
      }
      if (end != End.MESSAGES && AT_ONCE.contains(manner)) {
        answers.add(house.get("system"));
        answers.add(house.sendSms());
        answers.add(house.preCheck("999999"));
        answers.add(house.preCheckSms("999999"));
        answers.add(house.reset(token, "NONE", WEAK));
        answers.add(house.operate("compromised", House.EMAIL));
      }
      house.parrot.behaves(end, Manner.RIGHT);
      answers.add(house.operate("unsuppress", House.EMAIL)); // the next one gets mail again
    }
    house.sandbox().restart();
  }

  private void shut() {
    house.later(DAY);
    var scene = new Scene(house.stores, TestLimits.DEFAULT, House.email());
    scene.at(house.now());
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
    house.later(Duration.ofMinutes(6));
    answers.add(house.deliver(House.email()));
    house.later(MINUTE);
    answers.add(house.bounced(House.EMAIL));
    answers.add(house.deliver(House.email()));
    for (String operation : List.of("show", "open", "compromised", "unsuppress", "erase", "show")) {
      answers.add(house.operate(operation, House.EMAIL));
    }
  }

  private void ask(Address address) {
    code = house.passcode(address).orElseThrow();
    canaries.addDigits("passcode", code);
  }

  private void exchange(String answer) {
    exchanges.add(answer);
    token = House.body(answer).at("/data/passwordResetToken").asString();
    if (token.length() != 86) {
      throw new IllegalStateException(answer);
    }
    canaries.add("token", token.substring(43));
  }

  private static String rsa(byte[] clear) throws Exception {
    var pair = TestKeys.keyring().rsaPairs().keys().getFirst().key();
    return Ciphertexts.rsa(pair, "PKCS1Padding", clear);
  }

  private static String sm2(byte[] clear) throws Exception {
    var pair = TestKeys.keyring().sm2Pairs().keys().getFirst().key();
    return Ciphertexts.sm2(pair, SM2Engine.Mode.C1C3C2, clear);
  }
}
