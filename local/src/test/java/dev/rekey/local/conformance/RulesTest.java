package dev.rekey.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.conformance.Verdict.Failed;
import dev.rekey.local.conformance.Verdict.Passed;
import dev.rekey.local.conformance.Verdict.Unasked;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No rule that cannot fail: each is red where a service breaks it, and green where none does. */
class RulesTest {
  private static final List<Rule> OUT_OF_REACH = OutOfReach.rules();

  private static Map<Rule, Verdict> judged(ResetService service) {
    var probe = new Probe(service, 1);
    var verdicts = new LinkedHashMap<Rule, Verdict>();
    Rules.all().forEach(rule -> verdicts.put(rule, rule.judge(probe)));
    return verdicts;
  }

  private static List<String> numbers(List<Rule> rules) {
    return rules.stream().map(Rule::number).toList();
  }

  @Test
  void aSoundServicePassesAllThatCanBeAsked() {
    var others =
        judged(new FakeService()).entrySet().stream()
            .filter(it -> !(it.getValue() instanceof Passed))
            .map(it -> it.getKey().number() + " " + it.getValue())
            .toList();
    assertThat(others).hasSameSizeAs(OUT_OF_REACH).allMatch(it -> it.contains("Unasked"));
  }

  @ParameterizedTest
  @EnumSource
  void aFlawIsSeenByItsRuleAndByNoOtherNumber(Flaw flaw) {
    var red =
        judged(new FakeService(flaw)).entrySet().stream()
            .filter(it -> it.getValue() instanceof Failed)
            .toList();
    assertThat(red).extracting(it -> it.getKey().number()).containsOnly(flaw.number);
    assertThat(red)
        .filteredOn(it -> it.getKey().sentence().startsWith(flaw.rule))
        .singleElement()
        .extracting(it -> ((Failed) it.getValue()).seen())
        .asString()
        .contains(flaw.message);
  }

  @Test
  void everyRuleIsSeenRedByAFlaw() {
    var never =
        Rules.all().stream()
            .filter(rule ->
                OUT_OF_REACH.stream().noneMatch(it -> it.sentence().equals(rule.sentence())))
            .filter(rule ->
                Arrays.stream(Flaw.values())
                    .noneMatch(flaw ->
                        flaw.number.equals(rule.number()) && rule.sentence().startsWith(flaw.rule)))
            .map(Rule::sentence);
    assertThat(never).isEmpty();
  }

  @Test
  void everyNumberIsAskedOrSaidToBeOutOfReachAndNoneIsBoth() {
    var all = numbers(Rules.all());
    assertThat(all).containsAll(IntStream.rangeClosed(0, 57).mapToObj(it -> "R" + it).toList());
    var beyond = numbers(OUT_OF_REACH);
    var asked = all.stream().filter(it -> !beyond.contains(it)).collect(Collectors.toSet());
    assertThat(asked.size() + beyond.size()).isEqualTo(58);
    assertThat(all).filteredOn(beyond::contains).doesNotHaveDuplicates();
  }

  @Test
  void whatAServiceDoesNotOfferIsNotAskedAndNotPassed() {
    var verdicts = judged(new BareService());
    assertThat(verdicts.values()).noneMatch(Failed.class::isInstance);
    var unasked =
        verdicts.entrySet().stream()
            .filter(it -> it.getValue() instanceof Unasked)
            .collect(
                Collectors.toMap(
                    it -> it.getKey().sentence(), it -> ((Unasked) it.getValue()).why()));
    assertThat(unasked)
        .containsEntry(
            "A passcode by mail ends in time.", "the clock of the service cannot be moved")
        .containsEntry(
            "Strangers leave the asker its tries.",
            "needs callers from 3 network addresses, there is 1")
        .containsEntry("A reset ends all sessions.", "nothing is seen of sessions")
        .containsEntry("A second factor stays.", "nothing is seen of the second factor")
        .containsEntry("Each step leaves a line in the log.", "log lines cannot be read")
        .containsEntry(
            "A password that others know is taken away.", "the kit is no operator of the service")
        .containsEntry(
            "A look at a passcode costs a try as well, counted before it is compared.",
            "the service has no look at a passcode that consumes nothing");
  }
}
