package dev.rekey.simulation;

import dev.rekey.passcode.ResetStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tries seed after seed, each with a life of its own, and shrinks the first one that fails. */
final class Explorer {
  private static final int STEPS_OF_A_SEED = 1_000;

  private final boolean modelled;
  private final UnaryOperator<ResetStore> port;
  private final Counts counts = new Counts();
  private long seeds;

  Explorer(boolean modelled, UnaryOperator<ResetStore> port) {
    this.modelled = modelled;
    this.port = port;
  }

  /** The service as it is, and the model beside it. */
  static Explorer ofTheService() {
    return new Explorer(true, store -> store);
  }

  /** A seed that failed: with what, and the fewest steps that fail likewise. */
  record Failure(long seed, String message, List<Step> steps) {
    @Override
    public String toString() {
      var text = new StringBuilder("seed " + seed + " fails with invariant " + message + "\n");
      steps.forEach(step -> text.append("  ").append(step).append('\n'));
      return text.toString();
    }
  }

  Optional<Failure> explore(long firstSeed, long least) {
    for (long seed = firstSeed; counts.steps() < least; seed++) {
      var program = RandomSteps.of(seed, STEPS_OF_A_SEED);
      seeds++;
      var message = failureOf(program, counts);
      if (message != null) {
        var shrunk =
            Shrinker.shrink(program, fewer -> message.equals(failureOf(fewer, new Counts())));
        return Optional.of(new Failure(seed, message, shrunk));
      }
    }
    return Optional.empty();
  }

  Counts counts() {
    return counts;
  }

  @Override
  public String toString() {
    return String.format("%,d seeds, %s", seeds, counts);
  }

  private @Nullable String failureOf(List<Step> program, Counts counts) {
    try {
      new Simulation(modelled, port, counts).run(program).end();
      return null;
    } catch (Violation violation) {
      return violation.what();
    }
  }
}
