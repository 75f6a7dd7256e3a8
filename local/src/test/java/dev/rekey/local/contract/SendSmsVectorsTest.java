package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.SEND_SMS;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRunner.class)
class SendSmsVectorsTest {
  private final Api api;
  private final LocalSide local;
  private final Person person;

  SendSmsVectorsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void vector14_textsAPasscodeToTheDefaultCountry() {
    assertOk(api.sendSms(person.national()));

    var sent = local.await("+86" + person.national(), 1).getFirst();
    assertThat(sent.channel()).isEqualTo("SMS");
    assertThat(sent.passcode()).matches("[0-9]{6}");
  }

  @Test
  void vector15_knowsANumberByItsCountryCodeToo() {
    api.sendSms(person.national());

    var again =
        Map.of(
            "phoneNumber",
            person.national(),
            "phoneCountryCode",
            "+86",
            "channel",
            Api.RESET_CHANNEL);
    assertRefused(api.post(SEND_SMS, again), 499);
    local.await(person.phone(), 1);
    assertThat(local.messages(person.phone())).hasSize(1);
  }

  @Test
  void vector16_refusesAChannelOfMailAlone() {
    var body = Map.of("phoneNumber", person.national(), "channel", "CHANNEL_VERIFY_EMAIL_LINK");

    assertRefused(api.post(SEND_SMS, body), 400);
  }

  @Test
  void vector17_refusesAnEmptyNumber() {
    assertRefused(api.sendSms(""), 400, 2231);
  }
}
