package dev.rekey.local.conformance;

import dev.rekey.local.conformance.Verdict.Failed;
import dev.rekey.local.conformance.Verdict.Passed;
import dev.rekey.local.conformance.Verdict.Unasked;
import java.io.UncheckedIOException;

/**
 * One thing that is seen from outside.
 *
 * @param number of the requirement, as R14; several rules may belong to one
 * @param sentence that holds where it is kept
 */
public record Rule(String number, String sentence, Check check) {
  /** Asks a service; throws {@link Broken} or {@link NotAsked}, or returns where the rule holds. */
  @FunctionalInterface
  interface Check {
    void ask(Probe probe);
  }

  /** Of what nobody can ask from outside. */
  static Rule outOfReach(String number, String sentence, String why) {
    return new Rule(
        number,
        sentence,
        _ -> {
          throw new NotAsked(why);
        });
  }

  Verdict judge(Probe probe) {
    try {
      probe.begin();
      check.ask(probe);
      return new Passed();
    } catch (NotAsked e) {
      return new Unasked(String.valueOf(e.getMessage()));
    } catch (Broken e) {
      return new Failed(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      return new Failed("the service gave no answer that can be read: " + e.getMessage());
    }
  }
}
