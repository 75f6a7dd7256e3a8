package dev.rekey.simulation;

import dev.rekey.passcode.ResetStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Every way in which two calls can get between each other, port call by port call, and with each of
 * them a fault at every single port call.
 */
final class Interleavings {
  private final boolean modelled;
  private final UnaryOperator<ResetStore> port;
  private final Counts counts = new Counts();
  private long pairs;
  private long interleavings;

  Interleavings(boolean modelled, UnaryOperator<ResetStore> port) {
    this.modelled = modelled;
    this.port = port;
  }

  static Interleavings ofTheService() {
    return new Interleavings(true, store -> store);
  }

  /** Two calls that did what must never be, and all that happened. */
  record Failure(Scene scene, String message, List<Step> steps) {
    @Override
    public String toString() {
      var text =
          new StringBuilder("\"" + scene.name() + "\" fails with invariant " + message + "\n");
      steps.forEach(step -> text.append("  ").append(step).append('\n'));
      return text.toString();
    }
  }

  Optional<Failure> explore(Scene scene) {
    var calls = Scene.calls(0);
    for (int one = 0; one < calls.size(); one++) {
      for (var other : Scene.calls(1).subList(one, calls.size())) {
        var failure = explore(scene, List.of(calls.get(one), other));
        if (failure.isPresent()) {
          return failure;
        }
      }
    }
    return Optional.empty();
  }

  Optional<Failure> explore(Scene scene, List<Step> calls) {
    pairs++;
    var choices = new Choices();
    do {
      interleavings++;
      var log = new ArrayList<Step>();
      try {
        run(scene, calls, choices, log);
      } catch (Violation violation) {
        return Optional.of(new Failure(scene, violation.what(), log));
      }
    } while (choices.next());
    return Optional.empty();
  }

  private void run(Scene scene, List<Step> calls, Choices choices, List<Step> log) {
    var simulation = new Simulation(modelled, port, counts);
    for (var step : scene.before()) {
      simulation.apply(step);
      simulation.land();
    }
    boolean[] begun = new boolean[calls.size()];
    int faults = 0;
    for (var able = able(simulation, begun); !able.isEmpty(); able = able(simulation, begun)) {
      int slot = able.get(choices.of(able.size()));
      var possible = simulation.faults(slot);
      var fault =
          begun[slot] && faults == 0 ? possible.get(choices.of(possible.size())) : Fault.NONE;
      var step = begun[slot] ? new Step.Go(slot, fault) : calls.get(slot);
      log.add(step);
      simulation.apply(step);
      begun[slot] = true;
      faults += fault == Fault.NONE ? 0 : 1;
    }
    simulation.end();
  }

  private static List<Integer> able(Simulation simulation, boolean[] begun) {
    var able = new ArrayList<Integer>();
    for (int slot = 0; slot < begun.length; slot++) {
      if (!begun[slot] || simulation.isBusy(slot)) {
        able.add(slot);
      }
    }
    return able;
  }

  void add(Interleavings other) {
    pairs += other.pairs;
    interleavings += other.interleavings;
    counts.add(other.counts);
  }

  long interleavings() {
    return interleavings;
  }

  Counts counts() {
    return counts;
  }

  @Override
  public String toString() {
    return String.format(
        "%,d interleavings of %,d pairs of calls, %s", interleavings, pairs, counts);
  }
}
