package dev.rekey.simulation;

import java.util.Optional;

/** {@code make simulate}: prints counts and ends with 0 failures, or the steps that fail and 1. */
final class Simulate {
  private Simulate() {}

  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    long steps = Long.parseLong(args[1]);
    long failures = InVirtualThread.get(() -> random(seed, steps) + exhaustive());
    System.out.printf("%d failures%n", failures);
    System.exit(failures > 0 ? 1 : 0);
  }

  private static long random(long seed, long steps) {
    var explorer = Explorer.ofTheService();
    long began = System.nanoTime();
    var failure = explorer.explore(seed, steps);
    return told("random from seed " + seed, explorer, explorer.counts(), began, failure);
  }

  private static long exhaustive() {
    long failures = 0;
    for (var scene : Scene.ALL) {
      var interleavings = Interleavings.ofTheService();
      long began = System.nanoTime();
      var failure = interleavings.explore(scene);
      failures +=
          told(
              "exhaustive, " + scene.name(), interleavings, interleavings.counts(), began, failure);
    }
    return failures;
  }

  private static long told(
      String what, Object run, Counts counts, long began, Optional<?> failure) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%s: %s, %.1f s, %,.0f steps/s%n", what, run, seconds, counts.steps() / seconds);
    failure.ifPresent(System.out::println);
    return failure.isPresent() ? 1 : 0;
  }
}
