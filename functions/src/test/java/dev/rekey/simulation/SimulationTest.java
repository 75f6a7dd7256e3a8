package dev.rekey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slice of {@code make simulate}: docs/simulation.md. */
class SimulationTest {
  private static final long SEED = 1;

  @Test
  void noInvariantBreaksInTwentyThousandSteps() {
    var explorer = Explorer.ofTheService();
    var failure = InVirtualThread.get(() -> explorer.explore(SEED, 20_000));
    System.out.println("simulation from seed " + SEED + ": " + explorer);
    assertThat(failure).isEmpty();
    assertThat(List.of("Exchanged", "Done", "Refused", "Expired", "Settled", "Silenced", "Died"))
        .allMatch(answer -> explorer.counts().answered(answer) > 0);
  }

  /** The scenes that are long to set up or have many token calls are left to the command. */
  static List<Scene> quickScenes() {
    return Scene.ALL.stream()
        .filter(it ->
            !List.of("the last miss", "two tokens, a new passcode", "the last refusal")
                .contains(it.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("quickScenes")
  void noInvariantBreaksHoweverTwoCallsMeet(Scene scene) {
    var interleavings = Interleavings.ofTheService();
    assertThat(InVirtualThread.get(() -> interleavings.explore(scene))).isEmpty();
    System.out.println(scene.name() + ": " + interleavings);
  }

  @Test
  void aSeedIsTheSameRunEachTime() {
    var one = Explorer.ofTheService();
    var other = Explorer.ofTheService();
    InVirtualThread.get(() -> one.explore(7, 5_000));
    InVirtualThread.get(() -> other.explore(7, 5_000));
    assertThat(one).hasToString(other.toString());
    assertThat(one.toString()).isNotEqualTo(Explorer.ofTheService().toString());
  }

  @Test
  void aFailureIsShrunkToTheStepsThatItNeeds() {
    var steps =
        IntStream.range(0, 500).<Step>mapToObj(person -> new Step.Send(0, person, 0)).toList();
    var culprits = List.of(steps.get(100), steps.get(400));
    var shrunk = Shrinker.shrink(steps, fewer -> fewer.containsAll(culprits));
    assertThat(shrunk).containsExactlyElementsOf(culprits);
  }

  /**
   * Two attempts with one port call each, so two steps each: 6 orders. Three faults end a call
   * where it is: 6 orders each, at either call. A lost answer makes one step more: 10 orders, at
   * either.
   */
  @Test
  void twoCallsOfOnePortCallMeetInEveryOrderAndWithEveryFault() {
    assertThat(waysOf("nothing yet", 4)).isEqualTo(6 + 2 * 3 * 6 + 2 * 10);
  }

  /**
   * Two right pre-checks, with two port calls each, so three steps: 6 over 3 are 20 orders. A fault
   * that ends a call at its first port call leaves it two steps: 5 over 2 are 10 orders; one that
   * ends it at its second port call leaves all three. A lost answer, at either, makes four: 7 over
   * 3 are 35.
   */
  @Test
  void twoCallsOfTwoPortCallsMeetInEveryOrderAndWithEveryFault() {
    assertThat(waysOf("a passcode", 1)).isEqualTo(20 + 2 * (3 * 10 + 35 + 3 * 20 + 35));
  }

  private static long waysOf(String name, int call) {
    var scene = Scene.ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    var twice = List.of(Scene.calls(0).get(call), Scene.calls(1).get(call));
    var interleavings = Interleavings.ofTheService();
    assertThat(InVirtualThread.get(() -> interleavings.explore(scene, twice))).isEmpty();
    return interleavings.interleavings();
  }

  @Test
  void everyWayIsTakenOnce() {
    var choices = new Choices();
    var ways = new ArrayList<String>();
    do {
      int first = choices.of(2);
      ways.add(first == 0 ? "0" : "1" + choices.of(3));
    } while (choices.next());
    assertThat(ways).containsExactly("0", "10", "11", "12");
  }
}
