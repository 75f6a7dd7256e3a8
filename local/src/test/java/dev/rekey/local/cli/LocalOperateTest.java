package dev.rekey.local.cli;

import static dev.rekey.local.cli.Ran.rekey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each operation against a runner. */
@ExtendWith(SharedRunner.class)
class LocalOperateTest {
  private final RunnerUnderTest runner;
  private final String local;

  LocalOperateTest(RunnerUnderTest runner) {
    this.runner = runner;
    local = "--local=" + runner.uri();
  }

  @Test
  void showsTimesAndCounts() {
    var person = runner.local().person();
    var before = rekey("account", "show", person.email(), local);
    assertThat(before.lines()).hasSize(2).last().isEqualTo("nothing is kept of this address");

    runner.api().sendEmail(person.email());
    var after = rekey("account", "show", person.email(), local);
    assertThat(after.exit()).isZero();
    assertThat(after.err()).isEmpty();
    assertThat(after.lines().getFirst()).matches("subject        [A-Za-z0-9_-]{16}");
    assertThat(after.out())
        .contains("recovery       open", "misses         0 in a row", "sends today    1")
        .contains("passcode until 20")
        .doesNotContain("token until");
  }

  @Test
  void printsOneJsonValueForPrograms() {
    var person = runner.local().person();
    runner.api().sendEmail(person.email());
    var answer = rekey("--json", "account", "show", person.email(), local).json();
    assertThat(answer.path("known").asBoolean()).isTrue();
    assertThat(answer.path("sendsToday").asInt()).isEqualTo(1);
    assertThat(rekey("account", "show", person.email(), local, "--json").json()).isEqualTo(answer);
  }

  @Test
  void opensNothingThatIsNotShut() {
    var ran = rekey("account", "open", Person.stranger().email(), local);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("it was not shut: nothing was changed");
  }

  @Test
  void r30_takesAKnownPassword() {
    var person = runner.local().person();
    var ran = rekey("account", "compromised", person.phone(), local);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("the password is gone");
    assertThat(runner.local().signsIn(person.email(), Person.OLD_PASSWORD)).isFalse();
  }

  @Test
  void r30_whereThereIsNoAccountItSaysSoAndFails() {
    var ran = rekey("account", "compromised", Person.stranger().email(), local);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("no account has this address: nothing was changed");
  }

  @Test
  void whereAnAddressGetsMailItSaysSoAndFails() {
    var ran = rekey("account", "unsuppress", runner.local().person().email(), local);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("it was not suppressed: nothing was changed");
  }

  @Test
  void r48_erases() {
    var person = runner.local().person();
    runner.api().sendEmail(person.email());
    assertThat(rekey("erase", person.email(), local).out())
        .contains("erased: nothing is kept of it");
    assertThat(rekey("account", "show", person.email(), local).out())
        .contains("nothing is kept of this address");

    runner.api().sendEmail(person.email());
    runner.api().verifyEmail(person.email(), "000000");
    assertThat(rekey("erase", person.email(), local).out())
        .contains("erased, but for the counts that protect it");
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    var ran = rekey("account", "show", "0138", local);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("rekey: Operate at " + runner.uri() + " refused: address must be")
        .hasLineCount(1);
  }

  @Test
  void aWrongCommandLineIsTwo() {
    assertThat(rekey().exit()).isEqualTo(2);
    assertThat(rekey("account").exit()).isEqualTo(2);
    assertThat(rekey("account", "show", local).exit()).isEqualTo(2);
    assertThat(rekey("account", "set-password", "a@b.example", local).exit()).isEqualTo(2);
    assertThat(rekey("erase", "a@b.example", "--now", local).err()).contains("--now", "Usage:");
    var badUrl = rekey("erase", "a@b.example", "--local=localhost:8080");
    assertThat(badUrl.exit()).isEqualTo(2);
    assertThat(badUrl.err()).contains("--local must be a URL as http://localhost:8080");
  }

  @Test
  void saysThatNoRunnerAnswers() {
    var ran = rekey("erase", "a@b.example", "--local=http://127.0.0.1:1");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("no runner answers at http://127.0.0.1:1", "make run");
  }

  @Test
  void anotherServerIsNotTakenForOne() {
    var ran = rekey("erase", "a@b.example", "--local=" + runner.uri() + "/elsewhere/");
    assertThat(ran.exit()).isZero(); // only host and port count
    try (var other = new StackUnderTest()) {
      var wrong = rekey("erase", "a@b.example", "--local=" + other.url());
      assertThat(wrong.exit()).isEqualTo(1);
      assertThat(wrong.err()).contains("what answers at " + other.url() + " is not Operate");
    }
  }

  @Test
  void r38_noCommandSetsOrShowsAPassword() {
    var help = rekey("--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("account", "erase", "audit", "doctor", "Exit codes:");
    assertThat(rekey("account", "--help").lines())
        .filteredOn(it -> it.matches("  [a-z]+( .*)?"))
        .map(it -> it.strip().split(" ", 2)[0])
        .containsExactly("show", "open", "compromised", "unsuppress");
  }
}
