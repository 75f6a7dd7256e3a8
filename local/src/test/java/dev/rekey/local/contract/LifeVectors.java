package dev.rekey.local.contract;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;

import java.time.Duration;
import java.util.List;

/** How long passcodes and reset tokens live. */
final class LifeVectors {
  private LifeVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("25a", "a mailed passcode is too old after 300 s", LifeVectors::mailedExpires),
        new Vector("25b", "a mailed passcode is good for 290 s", LifeVectors::mailedLives),
        new Vector("26a", "a passcode by SMS is too old after 60 s", LifeVectors::textedExpires),
        new Vector("26b", "a passcode by SMS is good for 50 s", LifeVectors::textedLives),
        new Vector("36a", "a reset token is too old after 300 s", LifeVectors::tokenExpires),
        new Vector("36b", "a reset token is good for 290 s", LifeVectors::tokenLives));
  }

  /** Only who knows the code learns that it was one. */
  private static void mailedExpires(Scene scene) {
    var passcode = scene.mailed();
    scene.local().advance(Duration.ofMinutes(5));

    var wrong = scene.wrong(passcode);
    assertRefused(scene.api().verifyEmail(scene.email(), wrong), 499, 2001);
    assertRefused(scene.deciding(scene.api().verifyEmail(scene.email(), passcode)), 499, 2300);
  }

  private static void mailedLives(Scene scene) {
    var passcode = scene.mailed();
    scene.local().advance(Duration.ofSeconds(290));

    assertToken(scene.deciding(scene.api().verifyEmail(scene.email(), passcode)));
  }

  private static void textedExpires(Scene scene) {
    var number = scene.person().national();
    var passcode = scene.texted();
    scene.local().advance(Duration.ofMinutes(1));

    assertRefused(scene.api().verifySms(number, scene.wrong(passcode)), 499, 2001);
    assertRefused(scene.deciding(scene.api().verifySms(number, passcode)), 499, 2300);
  }

  private static void textedLives(Scene scene) {
    var passcode = scene.texted();
    scene.local().advance(Duration.ofSeconds(50));

    assertToken(scene.deciding(scene.api().verifySms(scene.person().national(), passcode)));
  }

  private static void tokenExpires(Scene scene) {
    var token = scene.token();
    scene.local().advance(Duration.ofMinutes(5));

    assertRefused(scene.deciding(scene.api().reset(token, Scene.NEW_PASSWORD)), 499);
    scene.signsInByOldPassword();
  }

  private static void tokenLives(Scene scene) {
    var token = scene.token();
    scene.local().advance(Duration.ofSeconds(290));

    assertDone(scene.deciding(scene.api().reset(token, Scene.NEW_PASSWORD)));
  }
}
