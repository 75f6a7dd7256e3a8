package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.VERIFY;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;

import dev.rekey.local.outside.Api;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forms in which clients ask for a reset token. */
final class VerifyFormVectors {
  private VerifyFormVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("28", "null is read as absent", VerifyFormVectors::nullIsAbsent),
        new Vector(
            "29",
            "the payload that was not chosen is not looked at",
            VerifyFormVectors::bothPayloads),
        new Vector("30", "a missing payload is malformed", VerifyFormVectors::noPayload),
        new Vector("31", "a payload without an address is malformed", VerifyFormVectors::noEmail),
        new Vector("32", "an unknown method is malformed", VerifyFormVectors::unknownMethod),
        new Vector(
            "33", "a numeric passcode is read as its digits", VerifyFormVectors::numericPasscode));
  }

  private static void nullIsAbsent(Scene scene) {
    var payload = new HashMap<String, Object>();
    payload.put("phoneNumber", scene.person().national());
    payload.put("passCode", scene.texted());
    payload.put("phoneCountryCode", null);
    var body = Map.of("verifyMethod", "PHONE_PASSCODE", "phonePassCodePayload", payload);

    assertToken(scene.deciding(scene.api().post(VERIFY, body)));
  }

  private static void bothPayloads(Scene scene) {
    var body = new HashMap<String, Object>(Api.verifyEmailBody(scene.email(), scene.mailed()));
    body.put("phonePassCodePayload", Map.of("phoneNumber", "", "passCode", ""));

    assertToken(scene.deciding(scene.api().post(VERIFY, body)));
  }

  private static void noPayload(Scene scene) {
    var answer = scene.api().post(VERIFY, Map.of("verifyMethod", "EMAIL_PASSCODE"));

    assertRefused(scene.deciding(answer), 400, 2231);
  }

  private static void noEmail(Scene scene) {
    var body = byEmail(Map.of("passCode", "123456"));

    assertRefused(scene.deciding(scene.api().post(VERIFY, body)), 400, 2231);
  }

  private static void unknownMethod(Scene scene) {
    assertRefused(scene.deciding(scene.api().post(VERIFY, Map.of("verifyMethod", "MAGIC"))), 400);
  }

  private static void numericPasscode(Scene scene) {
    var passcode = Integer.parseInt(mailedWithoutLeadingZero(scene));
    var body = byEmail(Map.of("email", scene.email(), "passCode", passcode));

    assertToken(scene.deciding(scene.api().post(VERIFY, body)));
  }

  private static Map<String, ?> byEmail(Map<String, ?> payload) {
    return Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload);
  }

  /** A JSON number has none; one passcode in ten has. */
  private static String mailedWithoutLeadingZero(Scene scene) {
    var passcode = scene.mailed();
    for (int sent = 2; passcode.startsWith("0"); sent++) {
      scene.local().advance(Duration.ofMinutes(1));
      scene.local().forgetLimits();
      scene.api().sendEmail(scene.email());
      passcode = scene.local().await(scene.email(), sent).getLast().passcode();
      scene.name(passcode, "<code>");
    }
    return passcode;
  }
}
