package dev.rekey.simulation;

import java.util.Map;
import java.util.TreeMap;

/** How far a run came: a run that never gets anywhere proves nothing. */
final class Counts {
  private final Map<String, Long> answers = new TreeMap<>();
  private long steps;
  private long compared;

  void step() {
    steps++;
  }

  void compared() {
    compared++;
  }

  void answered(Answer answer) {
    String name =
        answer instanceof Answer.Asked(_, var outcome)
            ? outcome.getClass().getSimpleName()
            : answer.getClass().getSimpleName();
    answers.merge(name, 1L, Long::sum);
  }

  void shut() {
    answers.merge("addresses shut", 1L, Long::sum);
  }

  void add(Counts other) {
    steps += other.steps;
    compared += other.compared;
    other.answers.forEach((answer, count) -> answers.merge(answer, count, Long::sum));
  }

  long steps() {
    return steps;
  }

  long answered(String name) {
    return answers.getOrDefault(name, 0L);
  }

  @Override
  public String toString() {
    return String.format("%,d steps, %,d comparisons, answers %s", steps, compared, answers);
  }
}
