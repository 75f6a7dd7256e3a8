package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.SEND_SMS;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import java.util.List;
import java.util.Map;

/** How a passcode is asked for by SMS. */
final class SendSmsVectors {
  private SendSmsVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector(
            "14", "a passcode is sent by SMS, to the default country", SendSmsVectors::texts),
        new Vector("15", "a number is the same with its country code", SendSmsVectors::sameNumber),
        new Vector(
            "16", "a channel of e-mail alone is malformed for SMS", SendSmsVectors::mailChannel),
        new Vector("17", "an empty number is malformed", SendSmsVectors::emptyNumber));
  }

  private static void texts(Scene scene) {
    assertOk(scene.deciding(scene.api().sendSms(scene.person().national())));

    var sent = scene.local().await("+86" + scene.person().national(), 1).getFirst();
    assertThat(sent.channel()).isEqualTo("SMS");
    assertThat(sent.passcode()).matches("[0-9]{6}");
  }

  private static void sameNumber(Scene scene) {
    var number = scene.person().national();
    scene.api().sendSms(number);

    var again =
        Map.of("phoneNumber", number, "phoneCountryCode", "+86", "channel", Api.RESET_CHANNEL);
    assertRefused(scene.deciding(scene.api().post(SEND_SMS, again)), 499);
    scene.local().await(scene.person().phone(), 1);
    assertThat(scene.local().messages(scene.person().phone())).hasSize(1);
  }

  private static void mailChannel(Scene scene) {
    var number = scene.person().national();
    var body = Map.of("phoneNumber", number, "channel", "CHANNEL_VERIFY_EMAIL_LINK");

    assertRefused(scene.deciding(scene.api().post(SEND_SMS, body)), 400);
  }

  private static void emptyNumber(Scene scene) {
    assertRefused(scene.deciding(scene.api().sendSms("")), 400, 2231);
  }
}
