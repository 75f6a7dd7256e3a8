package dev.rekey.local.contract;

import static dev.rekey.local.contract.Scene.NEW_PASSWORD;
import static dev.rekey.local.outside.Api.RESET;
import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Together;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How a reset token sets a new password. */
final class ResetVectors {
  private static final int AT_ONCE = 50;

  private ResetVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("34", "the new password is set", ResetVectors::setsThePassword),
        new Vector("35", "a reset token is good once", ResetVectors::setsItOnce),
        new Vector(
            "36c", "garbage, used and expired tokens look the same", ResetVectors::looksTheSame),
        new Vector("37a", "garbage is refused as a token", ResetVectors::garbage),
        new Vector("37b", "an empty token is malformed", ResetVectors::emptyToken),
        new Vector("37c", "a token of 10 000 characters is refused", ResetVectors::longToken),
        new Vector("38", "`none` is no encryption", ResetVectors::notEncrypted),
        new Vector(
            "47", "a short password is refused, the token stays good", ResetVectors::shortPassword),
        new Vector(
            "48a",
            "a common password is refused, the token stays good",
            ResetVectors::commonPassword),
        new Vector(
            "48b", "the own address is refused, the token stays good", ResetVectors::ownAddress),
        new Vector("48c", "a token stands ten refused passwords", ResetVectors::tenRefusals),
        new Vector("59", "of fifty resets at once one succeeds", ResetVectors::fiftyAtOnce));
  }

  private static void setsThePassword(Scene scene) {
    assertDone(scene.deciding(scene.api().reset(scene.token(), NEW_PASSWORD)));

    scene.signsInByNewPassword();
  }

  private static void setsItOnce(Scene scene) {
    var token = scene.token();
    assertDone(scene.api().reset(token, NEW_PASSWORD));

    assertRefused(scene.deciding(scene.api().reset(token, "another new password")), 499);
    scene.signsInByNewPassword();
  }

  private static void looksTheSame(Scene scene) {
    var token = scene.token();
    var garbage = scene.api().reset("garbage", NEW_PASSWORD).bytes();
    assertDone(scene.api().reset(token, NEW_PASSWORD));
    var used = scene.api().reset(token, NEW_PASSWORD).bytes();
    scene.local().advance(Duration.ofMinutes(5));
    var expired = scene.deciding(scene.api().reset(token, NEW_PASSWORD));

    assertRefused(expired, 499);
    assertThat(List.of(garbage, used)).containsOnly(expired.bytes());
  }

  private static void garbage(Scene scene) {
    assertRefused(scene.deciding(scene.api().reset("garbage", NEW_PASSWORD)), 499);
    scene.signsInByOldPassword();
  }

  private static void emptyToken(Scene scene) {
    assertRefused(scene.deciding(scene.api().reset("", NEW_PASSWORD)), 400, 2231);
    scene.signsInByOldPassword();
  }

  private static void longToken(Scene scene) {
    var token = scene.named("x".repeat(10_000), "<10 000 times x>");

    assertRefused(scene.deciding(scene.api().reset(token, NEW_PASSWORD)), 499);
    scene.signsInByOldPassword();
  }

  private static void notEncrypted(Scene scene) {
    var body =
        Map.of(
            "passwordResetToken",
            scene.token(),
            "password",
            NEW_PASSWORD,
            "passwordEncryptType",
            "none");

    assertDone(scene.deciding(scene.api().post(RESET, body)));
    scene.signsInByNewPassword();
  }

  private static void shortPassword(Scene scene) {
    refusesAndKeepsTheToken(scene, "12345", 2029);
  }

  private static void commonPassword(Scene scene) {
    refusesAndKeepsTheToken(scene, "password123", 2061);
  }

  private static void ownAddress(Scene scene) {
    refusesAndKeepsTheToken(scene, scene.email(), 2061);
  }

  private static void refusesAndKeepsTheToken(Scene scene, String password, int apiCode) {
    var token = scene.token();

    assertRefused(scene.deciding(scene.api().reset(token, password)), 499, apiCode);
    scene.signsInByOldPassword();
    assertDone(scene.api().reset(token, NEW_PASSWORD));
    scene.signsInByNewPassword();
  }

  private static void tenRefusals(Scene scene) {
    var token = scene.token();
    for (int refused = 1; refused <= 10; refused++) {
      assertRefused(scene.api().reset(token, "12345"), 499, 2029);
    }

    assertRefused(scene.deciding(scene.api().reset(token, "12345")), 499);
    assertRefused(scene.api().reset(token, NEW_PASSWORD), 499);
    scene.signsInByOldPassword();
  }

  private static void fiftyAtOnce(Scene scene) {
    var token = scene.token();

    var answers =
        Together.call(AT_ONCE, () -> scene.api().reset(token, NEW_PASSWORD)).stream()
            .sorted(Comparator.comparingInt(Answer::statusCode))
            .toList();

    assertThat(answers).hasSize(AT_ONCE);
    assertDone(scene.deciding(answers.getFirst()));
    answers.stream().skip(1).forEach(answer -> assertRefused(answer, 499));
    scene.signsInByNewPassword();
  }
}
