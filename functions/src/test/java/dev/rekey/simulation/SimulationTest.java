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
    assertThat(
            List.of(
                "Exchanged",
                "Done",
                "Refused",
                "Expired",
                "Settled",
                "Silenced",
                "Erased",
                "Compromised",
                "Died"))
        .allMatch(answer -> explorer.counts().answered(answer) > 0);
  }

  /** An operator's look-up of an account takes its time, and a token is issued meanwhile. */
  @Test
  void r30_aTokenThatIsIssuedDuringTheLookUpIsDead() {
    var go = new Step.Go(1, Fault.NONE);
    var counts = new Counts();
    InVirtualThread.get(() ->
        new Simulation(true, store -> store, counts)
            .run(
                List.of(
                    new Step.Send(0, 0, 1),
                    new Step.Go(0, Fault.NONE),
                    new Step.Compromise(1, 0),
                    new Step.Wait(Step.Pause.TEN_SECONDS),
                    new Step.Guess(0, Flight.Kind.VERIFY, 0, 1, Step.Typed.RIGHT),
                    new Step.Go(0, Fault.NONE),
                    new Step.Go(0, Fault.NONE),
                    new Step.Go(0, Fault.NONE),
                    go,
                    go,
                    new Step.Wait(Step.Pause.TEN_SECONDS),
                    new Step.Reset(0, 0, Step.Token.LAST, Step.Password.GOOD)))
            .end());
    assertThat(List.of("Exchanged", "Compromised", "BadToken"))
        .allMatch(answer -> counts.answered(answer) == 1);
    assertThat(counts.answered("Done")).isZero();
  }

  /** The fiftieth miss dies before it shuts the address, of which then only counts are left. */
  @Test
  void r48_whoseAddressIsUsedUpAndErasedIsToldOnceHeAsksAgain() {
    var scene = scene("the last miss");
    var wrong = new Step.Guess(0, Flight.Kind.VERIFY, 0, 0, Step.Typed.WRONG);
    var simulation = new Simulation(true, store -> store, new Counts());
    assertThat(
            InVirtualThread.get(() -> {
              for (var step : scene.before()) {
                simulation.apply(step);
                simulation.land();
              }
              simulation.apply(wrong);
              simulation.apply(new Step.Go(0, Fault.DIES));
              simulation.apply(new Step.Erase(0, 0));
              simulation.land();
              simulation.apply(wrong);
              simulation.land();
              return simulation.isShut(0);
            }))
        .isFalse();
    assertThat(InVirtualThread.get(() -> simulation.end().isShut(0))).isTrue();
  }

  /**
   * The scenes that are long to set up, have many token calls or have a longer twin are left to the
   * command.
   */
  static List<Scene> quickScenes() {
    return Scene.ALL.stream()
        .filter(it ->
            !List.of(
                    "the last miss of a source",
                    "the last miss",
                    "two tokens, a new passcode",
                    "the last refusal")
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
    var scene = scene(name);
    var twice = List.of(Scene.calls(0).get(call), Scene.calls(1).get(call));
    var interleavings = Interleavings.ofTheService();
    assertThat(InVirtualThread.get(() -> interleavings.explore(scene, twice))).isEmpty();
    return interleavings.interleavings();
  }

  private static Scene scene(String name) {
    return Scene.ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
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
