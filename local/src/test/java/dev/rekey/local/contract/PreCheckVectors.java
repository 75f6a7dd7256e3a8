package dev.rekey.local.contract;

import static dev.rekey.local.outside.Envelopes.assertOkData;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import java.util.List;

/** Whether a passcode is right, asked without using it up. */
final class PreCheckVectors {
  private PreCheckVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector(
            "18",
            "a right passcode is valid, and can still be exchanged",
            PreCheckVectors::rightByEmail),
        new Vector("19", "a wrong passcode is a success that says invalid", PreCheckVectors::wrong),
        new Vector("20", "the number of a pre-check is in `phone`", PreCheckVectors::rightBySms));
  }

  private static void rightByEmail(Scene scene) {
    var passcode = scene.mailed();

    assertValid(scene.deciding(scene.api().preCheckEmail(scene.email(), passcode)), true);
    assertToken(scene.api().verifyEmail(scene.email(), passcode));
  }

  private static void wrong(Scene scene) {
    var wrong = scene.wrong(scene.mailed());

    assertValid(scene.deciding(scene.api().preCheckEmail(scene.email(), wrong)), false);
  }

  private static void rightBySms(Scene scene) {
    var number = scene.person().national();
    var passcode = scene.texted();

    assertValid(scene.deciding(scene.api().preCheckSms(number, passcode)), true);
    assertToken(scene.api().verifySms(number, passcode));
  }

  private static void assertValid(Answer answer, boolean valid) {
    var data = assertOkData(answer, "isValid", "message");
    assertThat(data.path("isValid").isBoolean()).isTrue();
    assertThat(data.path("isValid").booleanValue()).isEqualTo(valid);
    assertThat(data.path("message").asString()).isNotBlank();
  }
}
