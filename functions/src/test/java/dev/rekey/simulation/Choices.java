package dev.rekey.simulation;

import java.util.ArrayList;
import java.util.List;

/** All ways through a run that asks now and then which of several: one way after the other. */
final class Choices {
  private record Choice(int taken, int of) {}

  private final List<Choice> way = new ArrayList<>();
  private int at;

  int of(int options) {
    if (at == way.size()) {
      way.add(new Choice(0, options));
    }
    return way.get(at++).taken();
  }

  /** Begins the next way; false where there is none. */
  boolean next() {
    at = 0;
    while (!way.isEmpty()) {
      var last = way.removeLast();
      if (last.taken() + 1 < last.of()) {
        way.add(new Choice(last.taken() + 1, last.of()));
        return true;
      }
    }
    return false;
  }
}
