package dev.rekey.local.ciphertext;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Ciphertexts;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be read is one refusal whatever the cause, and what is read is judged. */
@ExtendWith(SharedRunner.class)
class BadCiphertextTest {
  private static final String GOOD = "密码 seven green bicycles";

  private final Api api;
  private final LocalSide local;
  private final Person person;
  private final String token;

  BadCiphertextTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
    api.sendEmail(person.email());
    token = assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatCannotBeReadAndKeepsTheToken(Unreadable ciphertext) throws Exception {
    var text = ciphertext.of(Ciphertexts.of(api), GOOD);

    assertRefused(reset(ciphertext.type(), text), 499, 2016);
    assertThat(local.signsIn(person.email(), Person.OLD_PASSWORD)).isTrue();
    assertDone(api.reset(token, GOOD));
  }

  @Test
  void allThatCannotBeReadLooksTheSame() throws Exception {
    var keys = Ciphertexts.of(api);
    var some =
        Set.of(
            Unreadable.RSA_OF_ANOTHER_KEY,
            Unreadable.RSA_OF_NO_TEXT,
            Unreadable.RSA_THAT_IS_CLEAR_TEXT,
            Unreadable.SM2_OF_ANOTHER_KEY,
            Unreadable.SM2_OF_NOTHING);
    var seen =
        Arrays.stream(Unreadable.values())
            .filter(some::contains)
            .map(one -> reset(one.type(), text(one, keys)).bytes())
            .collect(Collectors.toSet());

    assertThat(seen).hasSize(1);
  }

  /** One of SM2 is taken for none: what is encrypted must have a byte. */
  @Test
  void judgesAnEmptyPasswordOfRsa() throws Exception {
    assertRefused(reset("rsa", Ciphertexts.of(api).rsa("")), 499, 2029);
  }

  @Test
  void judgesAPasswordThatIsTooLong() throws Exception {
    var keys = Ciphertexts.of(api);

    assertRefused(reset("none", "x".repeat(10_000)), 499, 2061);
    assertRefused(reset("sm2", keys.sm2(Mode.C1C3C2, "x".repeat(1_025))), 499, 2061);
    assertDone(reset("sm2", keys.sm2(Mode.C1C3C2, "x".repeat(1_024))));
  }

  @ParameterizedTest
  @CsvSource({"rsa, 12345, 2029", "rsa, password123, 2061", "sm2, 12345, 2029"})
  void judgesWhatItRead(String type, String password, int apiCode) throws Exception {
    var keys = Ciphertexts.of(api);
    var text = type.equals("rsa") ? keys.rsa(password) : keys.sm2OfScripts(password);

    assertRefused(reset(type, text), 499, apiCode);
    assertDone(api.reset(token, GOOD));
  }

  @Test
  void asksForAPasswordThatIsEmptyInClear() {
    assertRefused(reset("none", ""), 400, 2231);
    assertRefused(reset("rsa", ""), 400, 2231);
  }

  private static String text(Unreadable one, Ciphertexts keys) {
    try {
      return one.of(keys, GOOD);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Answer reset(String type, String password) {
    return api.post(
        Api.RESET,
        Map.of("passwordResetToken", token, "password", password, "passwordEncryptType", type));
  }
}
