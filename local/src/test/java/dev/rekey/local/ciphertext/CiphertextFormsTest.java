package dev.rekey.local.ciphertext;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Ciphertexts;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract section 4: whatever form a client sends, the password within is the one that is set. */
@ExtendWith(SharedRunner.class)
class CiphertextFormsTest {
  private static final String PASSWORD = "密码 seven green bicycles";

  @ParameterizedTest
  @EnumSource
  void setsThePassword(Form form, RunnerUnderTest runner) throws Exception {
    var api = runner.api();
    var local = runner.local();
    var person = local.person();
    api.sendEmail(person.email());
    var token = assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));
    var ciphertext = form.of(Ciphertexts.of(api), PASSWORD);

    assertDone(
        api.post(
            Api.RESET,
            Map.of(
                "passwordResetToken",
                token,
                "password",
                ciphertext,
                "passwordEncryptType",
                form.type())));
    assertThat(local.signsIn(person.email(), PASSWORD)).isTrue();
    assertThat(local.signsIn(person.email(), Person.OLD_PASSWORD)).isFalse();
  }
}
