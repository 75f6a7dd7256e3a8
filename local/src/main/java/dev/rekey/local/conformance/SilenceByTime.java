package dev.rekey.local.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hipparchus.stat.inference.MannWhitneyUTest;

/**
 * R2: nor by the time. People of each kind are asked for in random order, and the times of the
 * answers compared by ranks. What is red is measured once more with other people: a leak is red
 * each time, a busy machine is not.
 */
final class SilenceByTime {
  private static final double RED = 0.001;
  private static final int PEOPLE = 80; // of each kind
  private static final int BLOCK = 8; // of each kind, asked for within one cooldown
  private static final int CALLS_A_PERSON = 3;
  private static final List<Standing> WHO =
      List.of(Standing.UNKNOWN, Standing.ACTIVE, Standing.DISABLED, Standing.UNVERIFIED);

  private SilenceByTime() {}

  static Rule rule() {
    return new Rule(
        "R2",
        "Known, unknown, disabled and unverified people are answered in the same time.",
        SilenceByTime::check);
  }

  private enum Step {
    ASK,
    ASK_AGAIN,
    WRONG_PASSCODE
  }

  private static void check(Probe probe) {
    measure(probe, BLOCK); // warms everything up
    var first = red(measure(probe, PEOPLE));
    if (first.isEmpty()) {
      return;
    }
    var second = red(measure(probe, PEOPLE));
    second.keySet().retainAll(first.keySet());
    Broken.unless(second.isEmpty(), "the time tells: %s", String.join("; ", second.values()));
  }

  private static Map<Step, Map<Standing, List<Double>>> measure(Probe probe, int people) {
    var times = new EnumMap<Step, Map<Standing, List<Double>>>(Step.class);
    for (int done = 0; done < people; done += BLOCK) {
      block(probe, times);
    }
    return times;
  }

  private static void block(Probe probe, Map<Step, Map<Standing, List<Double>>> times) {
    var persons = new ArrayList<Map.Entry<Standing, Person>>();
    for (int i = 0; i < BLOCK; i++) {
      WHO.forEach(standing -> persons.add(Map.entry(standing, probe.someone(standing))));
    }
    int each = CALLS_A_PERSON * ((persons.size() - 1) / probe.service().sources() + 1);
    probe.room(Math.min(each, probe.limits().callsPerMinute() - 1));
    var random = new Random(persons.getFirst().getValue().number());
    for (var step : Step.values()) {
      Collections.shuffle(persons, random);
      for (var one : persons) {
        double took = microseconds(probe, step, one.getValue());
        times
            .computeIfAbsent(step, _ -> new EnumMap<>(Standing.class))
            .computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
            .add(took);
      }
    }
  }

  private static double microseconds(Probe probe, Step step, Person person) {
    var heard =
        switch (step) {
          case ASK, ASK_AGAIN -> probe.ask(person, Channel.MAIL);
          case WRONG_PASSCODE -> probe.exchange(person, Channel.MAIL, Probe.WRONG);
        };
    return heard.answer().nanos() / 1_000.0;
  }

  /** What is no chance, in words. */
  private static Map<String, String> red(Map<Step, Map<Standing, List<Double>>> times) {
    var red = new TreeMap<String, String>();
    int comparisons = Step.values().length * (WHO.size() - 1);
    for (var step : Step.values()) {
      double[] unknown = array(times, step, Standing.UNKNOWN);
      for (var standing : WHO.subList(1, WHO.size())) {
        double[] known = array(times, step, standing);
        double p = new MannWhitneyUTest().mannWhitneyUTest(known, unknown) * comparisons;
        if (p < RED) {
          red.put(
              step + " of " + standing,
              "%s of %s takes %+.0f us against UNKNOWN in the median, p %.1e"
                  .formatted(step, standing, median(known) - median(unknown), p));
        }
      }
    }
    return red;
  }

  private static double[] array(
      Map<Step, Map<Standing, List<Double>>> times, Step step, Standing standing) {
    return times.getOrDefault(step, Map.of()).getOrDefault(standing, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
