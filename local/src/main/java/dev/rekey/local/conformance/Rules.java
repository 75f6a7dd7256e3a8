package dev.rekey.local.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which they are asked: those that move the clock far come last. */
final class Rules {
  private Rules() {}

  static List<Rule> all() {
    var early =
        Stream.of(
                Silence.rules(),
                List.of(SilenceByTime.rule(), Throttle.rule()),
                RequestRules.rules(),
                WireRules.rules(),
                PasscodeRules.rules(),
                GuessRules.rules(),
                AnswerRules.rules(),
                TokenRules.rules(),
                PasswordRules.rules(),
                AfterRules.rules(),
                LogRules.rules(),
                OutOfReach.rules())
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(Rules::number));
    var all = new ArrayList<Rule>();
    all.add(RequestRules.wayThrough());
    early.forEach(all::add);
    all.addAll(Shut.rules());
    all.addAll(AfterRules.ofTime());
    return List.copyOf(all);
  }

  private static int number(Rule rule) {
    return Integer.parseInt(rule.number().substring(1));
  }
}
