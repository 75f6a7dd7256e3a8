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
import dev.rekey.local.outside.Person;
import dev.rekey.local.wire.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a passcode is asked for by e-mail. */
final class SendEmailVectors {
  private SendEmailVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("2", "a passcode is mailed", SendEmailVectors::mailsAPasscode),
        new Vector("3", "a second send within a minute is refused", SendEmailVectors::asksToWait),
        new Vector(
            "4",
            "a published channel other than the reset is not served",
            SendEmailVectors::otherChannel),
        new Vector(
            "5", "a minute later a new passcode replaces the old one", SendEmailVectors::replaces),
        new Vector("6", "an address is the same in upper case", SendEmailVectors::anyCase),
        new Vector("7", "an unpublished channel is malformed", SendEmailVectors::noChannel),
        new Vector("8", "a missing address is malformed", SendEmailVectors::noEmail),
        new Vector("9", "what is no address is malformed", SendEmailVectors::notAnEmail),
        new Vector(
            "10", "an unknown address is answered as a known one is", SendEmailVectors::unknown),
        new Vector(
            "11",
            "a call that names neither app nor user pool is refused",
            SendEmailVectors::noIds),
        new Vector("12", "an unknown app is refused", SendEmailVectors::unknownApp),
        new Vector("13a", "the id of the user pool alone will do", SendEmailVectors::userPool),
        new Vector("13b", "the app id in GenAuth's spelling will do", SendEmailVectors::genAuth));
  }

  private static void mailsAPasscode(Scene scene) {
    var answer = scene.deciding(scene.api().sendEmail(scene.email()));

    assertOk(answer);
    assertThat(answer.json().path("message").asString()).isEqualTo("操作成功");
    assertThat(scene.local().passcode(scene.email())).matches("[0-9]{6}");
    assertThat(scene.local().messages(scene.email())).hasSize(1);
  }

  private static void asksToWait(Scene scene) {
    scene.api().sendEmail(scene.email());

    assertRefused(scene.deciding(scene.api().sendEmail(scene.email())), 499, 2080);
    assertOneMail(scene);
  }

  private static void otherChannel(Scene scene) {
    scene.api().sendEmail(scene.email());

    assertRefused(scene.deciding(sendOn(scene, "CHANNEL_LOGIN")), 501);
    assertOneMail(scene);
  }

  private static void replaces(Scene scene) {
    var first = scene.mailed();
    scene.local().advance(Duration.ofMinutes(1));

    assertOk(scene.deciding(scene.api().sendEmail(scene.email())));
    var second = scene.local().await(scene.email(), 2).getLast().passcode();
    assertThat(second).isNotEqualTo(first);
    assertRefused(scene.api().verifyEmail(scene.email(), first), 499, 2001);
    assertToken(scene.api().verifyEmail(scene.email(), second));
  }

  private static void anyCase(Scene scene) {
    scene.api().sendEmail(scene.email());

    var again = scene.api().sendEmail(scene.email().toUpperCase(Locale.ROOT));
    assertRefused(scene.deciding(again), 499, 2080);
  }

  private static void noChannel(Scene scene) {
    assertRefused(scene.deciding(sendOn(scene, "CHANNEL_NOPE")), 400);
  }

  private static void noEmail(Scene scene) {
    var answer = scene.api().post(SEND_EMAIL, Map.of("channel", Api.RESET_CHANNEL));

    assertRefused(scene.deciding(answer), 400, 2231);
  }

  private static void notAnEmail(Scene scene) {
    assertRefused(scene.deciding(scene.api().sendEmail("not-an-email")), 400, 2204);
  }

  private static void unknown(Scene scene) {
    var stranger = Person.stranger();
    scene.name(stranger.email(), "<unknown email>");

    var unknown = scene.deciding(scene.api().sendEmail(stranger.email()));
    var known = scene.api().sendEmail(scene.email());

    assertOk(unknown);
    assertThat(unknown.bytes()).isEqualTo(known.bytes());
    scene.local().await(scene.email(), 1);
    assertThat(scene.local().messages(stranger.email())).isEmpty();
  }

  private static void noIds(Scene scene) {
    assertRefused(scene.deciding(sendBy(scene, Map.of())), 400, 2101);
  }

  private static void unknownApp(Scene scene) {
    var answer = sendBy(scene, Map.of("x-authing-app-id", "nobody"));

    assertRefused(scene.deciding(answer), 499, 2011);
  }

  private static void userPool(Scene scene) {
    assertOk(scene.deciding(sendBy(scene, Map.of("x-authing-userpool-id", USER_POOL_ID))));
    assertThat(scene.local().passcode(scene.email())).matches("[0-9]{6}");
  }

  private static void genAuth(Scene scene) {
    assertOk(scene.deciding(sendBy(scene, Map.of("x-genauth-app-id", APP_ID))));
  }

  private static Answer sendBy(Scene scene, Map<String, String> ids) {
    var headers = new HashMap<>(ids);
    headers.put("content-type", "application/json");
    return scene.api().post(SEND_EMAIL, Json.text(Api.mailBody(scene.email())), headers);
  }

  private static Answer sendOn(Scene scene, String channel) {
    return scene.api().post(SEND_EMAIL, Map.of("email", scene.email(), "channel", channel));
  }

  private static void assertOneMail(Scene scene) {
    scene.local().await(scene.email(), 1);
    assertThat(scene.local().messages(scene.email())).hasSize(1);
  }
}
