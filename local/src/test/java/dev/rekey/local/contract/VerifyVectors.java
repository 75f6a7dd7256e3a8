package dev.rekey.local.contract;

import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.Together;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a passcode is exchanged for a reset token. What its life is, {@link LifeVectors} show. */
final class VerifyVectors {
  private static final int AT_ONCE = 50;

  private VerifyVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("21", "a passcode is exchanged for a reset token", VerifyVectors::exchanges),
        new Vector("22", "a passcode is exchanged once", VerifyVectors::exchangesOnce),
        new Vector("23", "a wrong passcode is refused", VerifyVectors::refusesAWrongOne),
        new Vector(
            "24a", "after five wrong passcodes the right one is refused", VerifyVectors::noneLeft),
        new Vector("24b", "the fifth passcode may still be the right one", VerifyVectors::lastTry),
        new Vector(
            "24c",
            "wrong, used, out of tries and never issued look the same",
            VerifyVectors::looksTheSame),
        new Vector(
            "27", "a channel that is not served issues no passcode", VerifyVectors::otherChannel),
        new Vector("58", "of fifty exchanges at once one succeeds", VerifyVectors::fiftyAtOnce));
  }

  private static void exchanges(Scene scene) {
    var passcode = scene.mailed();
    var answer = scene.api().verifyEmail(scene.email().toUpperCase(Locale.ROOT), passcode);

    assertToken(scene.deciding(answer));
  }

  private static void exchangesOnce(Scene scene) {
    var passcode = scene.mailed();
    assertToken(scene.api().verifyEmail(scene.email(), passcode));

    assertRefused(scene.deciding(scene.api().verifyEmail(scene.email(), passcode)), 499, 2001);
  }

  private static void refusesAWrongOne(Scene scene) {
    var wrong = scene.wrong(scene.mailed());

    assertRefused(scene.deciding(scene.api().verifyEmail(scene.email(), wrong)), 499, 2001);
  }

  private static void noneLeft(Scene scene) {
    var passcode = scene.mailed();
    var wrong = scene.wrong(passcode);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertRefused(scene.api().verifyEmail(scene.email(), wrong), 499, 2001);
    }

    assertRefused(scene.deciding(scene.api().verifyEmail(scene.email(), passcode)), 499, 2001);
  }

  private static void lastTry(Scene scene) {
    var passcode = scene.mailed();
    for (int attempt = 1; attempt <= 4; attempt++) {
      scene.api().verifyEmail(scene.email(), scene.wrong(passcode));
    }

    assertToken(scene.deciding(scene.api().verifyEmail(scene.email(), passcode)));
  }

  private static void looksTheSame(Scene scene) {
    var stranger = scene.named(Person.stranger().email(), "<unknown email>");
    var passcode = scene.mailed();
    var wrong = scene.api().verifyEmail(scene.email(), scene.wrong(passcode)).bytes();
    assertToken(scene.api().verifyEmail(scene.email(), passcode));
    var consumed = scene.api().verifyEmail(scene.email(), passcode).bytes();
    for (int attempt = 3; attempt <= 5; attempt++) {
      scene.api().verifyEmail(scene.email(), passcode);
    }
    var exhausted = scene.api().verifyEmail(scene.email(), passcode).bytes();
    var neverIssued = scene.deciding(scene.api().verifyEmail(stranger, passcode));

    assertRefused(neverIssued, 499, 2001);
    assertThat(List.of(wrong, consumed, exhausted)).containsOnly(neverIssued.bytes());
  }

  private static void otherChannel(Scene scene) {
    scene.api().post(Api.SEND_EMAIL, Map.of("email", scene.email(), "channel", "CHANNEL_LOGIN"));

    assertRefused(scene.deciding(scene.api().verifyEmail(scene.email(), "123456")), 499, 2001);
    assertThat(scene.local().messages(scene.email())).isEmpty();
  }

  private static void fiftyAtOnce(Scene scene) {
    var passcode = scene.mailed();

    var answers =
        Together.call(AT_ONCE, () -> scene.api().verifyEmail(scene.email(), passcode)).stream()
            .sorted(Comparator.comparingInt(Answer::statusCode))
            .toList();

    assertThat(answers).hasSize(AT_ONCE);
    assertToken(scene.deciding(answers.getFirst()));
    answers.stream().skip(1).forEach(answer -> assertRefused(answer, 499, 2001));
  }
}
