package dev.rekey.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R30 from end to end: a password that others know is taken away, and its owner sets another. */
@ExtendWith(SharedRunner.class)
class CompromisedTest {
  private static final String NEW_PASSWORD = "a lamp that nobody knows";

  @Test
  void r30_nobodySignsInWithAKnownPasswordAndItsOwnerResetsIt(RunnerUnderTest runner) {
    var api = runner.api();
    var local = runner.local();
    var person = local.person();
    long epoch = local.account(person).path("epoch").asLong();
    assertThat(local.signsIn(person.email(), Person.OLD_PASSWORD)).isTrue();

    var answer =
        local.call(
            "POST", "operate", Map.of("operation", "compromised", "address", person.phone()));
    assertThat(answer.json().path("compromised").asBoolean()).isTrue();
    assertThat(local.signsIn(person.email(), Person.OLD_PASSWORD)).isFalse();
    var account = local.account(person);
    assertThat(account.has("passwordHash")).isFalse();
    assertThat(account.path("compromisedAt").asString()).isNotEmpty();
    assertThat(account.path("epoch").asLong()).isEqualTo(epoch + 1);

    api.sendEmail(person.email());
    var verified = api.verifyEmail(person.email(), local.passcode(person.email()));
    api.reset(verified.data().path("passwordResetToken").asString(), NEW_PASSWORD);
    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
    assertThat(local.account(person).has("compromisedAt")).isFalse();
  }
}
