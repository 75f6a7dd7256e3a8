package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passcodes and tokens that are none. Whatever is refused costs its owner nothing. */
@ExtendWith(SharedRunner.class)
class BadProofTest {
  private static final String NEW_PASSWORD = "seven green bicycles";

  private final Api api;
  private final LocalSide local;
  private final Person person;

  BadProofTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void refusesWhatCannotBeAPasscodeAndChargesNothing() {
    var passcode = mailed(person);
    var none =
        new String[] {
          passcode.substring(1),
          passcode + "0",
          fullWidth(passcode),
          "abcdef",
          "-12345",
          passcode.substring(0, 3) + " " + passcode.substring(3),
          "9".repeat(10_000)
        };

    for (var text : none) {
      assertRefused(api.verifyEmail(person.email(), text), 499, 2001);
    }
    assertToken(api.verifyEmail(person.email(), passcode));
  }

  @Test
  void refusesAnEmptyPasscode() {
    assertRefused(api.verifyEmail(person.email(), ""), 400, 2231);
  }

  @Test
  void refusesADamagedTokenAndKeepsTheRightOne() {
    var token = token(person);
    var damaged =
        new String[] {
          token.substring(0, token.length() - 1),
          token.substring(1),
          token + "A",
          token + "=",
          " " + token,
          token.toLowerCase(Locale.ROOT),
          "x".repeat(10_000),
          "\u0000"
        };

    for (var text : damaged) {
      assertRefused(api.reset(text, NEW_PASSWORD), 499);
    }
    assertRefused(api.reset("", NEW_PASSWORD), 400, 2231);
    assertDone(api.reset(token, NEW_PASSWORD));
  }

  @Test
  void refusesATokenWithTheAddressOfAnother() {
    var other = local.person();
    var mine = token(person);
    var theirs = token(other);
    int half = mine.length() / 2;

    assertRefused(api.reset(theirs.substring(0, half) + mine.substring(half), NEW_PASSWORD), 499);
    assertThat(local.signsIn(other.email(), NEW_PASSWORD)).isFalse();
    assertDone(api.reset(mine, NEW_PASSWORD));
    assertThat(local.signsIn(other.email(), Person.OLD_PASSWORD)).isTrue();
  }

  @Test
  void doesNotTakeThePasscodeOfAnother() {
    var other = local.person();
    mailed(other);
    var mine = mailed(person);

    assertRefused(api.verifyEmail(other.email(), mine), 499, 2001);
    assertRefused(api.verifySms(person.national(), mine), 499, 2001);
  }

  private String mailed(Person to) {
    api.sendEmail(to.email());
    return local.passcode(to.email());
  }

  private String token(Person of) {
    return assertToken(api.verifyEmail(of.email(), mailed(of)));
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .map(digit -> digit - '0' + '\uff10')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
