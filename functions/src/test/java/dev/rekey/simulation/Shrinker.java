package dev.rekey.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves away what a failure does not need: halves first, then ever smaller pieces. */
final class Shrinker {
  private Shrinker() {}

  static List<Step> shrink(List<Step> failing, Predicate<List<Step>> fails) {
    List<Step> steps = failing;
    for (int size = steps.size() / 2; size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
      int before;
      do {
        before = steps.size();
        for (int at = steps.size() - size; at >= 0; at -= size) {
          var without = new ArrayList<>(steps.subList(0, at));
          without.addAll(steps.subList(at + size, steps.size()));
          if (fails.test(without)) {
            steps = without;
          }
        }
      } while (size == 1 && steps.size() < before);
    }
    return steps;
  }
}
