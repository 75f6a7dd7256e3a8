package dev.rekey.local.silence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long each answer took, in microseconds, by question and kind. For one thread. */
public final class Timings {
  private final Map<Question, Map<Kind, List<Double>>> all = new EnumMap<>(Question.class);

  /** Adds an answer that took so many microseconds. */
  public void add(Question question, Kind kind, double took) {
    all.computeIfAbsent(question, _ -> new EnumMap<>(Kind.class))
        .computeIfAbsent(kind, _ -> new ArrayList<>())
        .add(took);
  }

  /** In the order in which they were added. */
  public double[] of(Question question, Kind kind) {
    return all.getOrDefault(question, Map.of()).getOrDefault(kind, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
