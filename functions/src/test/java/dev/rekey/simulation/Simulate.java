package dev.rekey.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code make simulate}: every interleaving of two calls, then random steps. Prints counts and ends
 * with 0 failures, or the steps that fail and 1.
 */
final class Simulate {
  private Simulate() {}

  /**
   * Takes the first seed, the least number of random steps (0: none), and {@code alone} where the
   * invariants shall judge without the reference model.
   */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    long steps = Long.parseLong(args[1]);
    boolean modelled = args.length < 3 || !args[2].equals("alone");
    var failures =
        InVirtualThread.get(() -> {
          var found = new ArrayList<>(exhaustive(modelled));
          found.addAll(random(modelled, seed, steps));
          return found;
        });
    failures.forEach(System.out::println);
    System.out.printf("%d failures%n", failures.size());
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  private static List<String> exhaustive(boolean modelled) {
    var all = new Interleavings(modelled, store -> store);
    long allBegan = System.nanoTime();
    var failures = new ArrayList<String>();
    for (var scene : Scene.ALL) {
      var interleavings = new Interleavings(modelled, store -> store);
      long began = System.nanoTime();
      var failure = interleavings.explore(scene);
      told("exhaustive, " + scene.name(), interleavings, interleavings.counts(), began);
      all.add(interleavings);
      failure.map(Object::toString).ifPresent(failures::add);
      if (failure.isPresent()) {
        break;
      }
    }
    told("exhaustive, all", all, all.counts(), allBegan);
    return failures;
  }

  private static List<String> random(boolean modelled, long seed, long steps) {
    var explorer = new Explorer(modelled, store -> store);
    long began = System.nanoTime();
    var failure = explorer.explore(seed, steps);
    told("random from seed " + seed, explorer, explorer.counts(), began);
    return failure.map(Object::toString).stream().toList();
  }

  private static void told(String what, Object run, Counts counts, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%s: %s, %.1f s, %,.0f steps/s%n", what, run, seconds, counts.steps() / seconds);
  }
}
