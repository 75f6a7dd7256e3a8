package dev.rekey.local.conformance;

import dev.rekey.local.conformance.Outcome.Done;
import dev.rekey.local.conformance.Outcome.Granted;
import dev.rekey.local.conformance.Outcome.Refused;
import java.util.Optional;

/** An answer, and what it means. */
record Heard(Answer answer, Outcome outcome) {
  boolean isDone() {
    return outcome instanceof Done;
  }

  boolean isRefused(Outcome.Why why) {
    return outcome.equals(new Refused(why));
  }

  Optional<String> token() {
    return outcome instanceof Granted granted ? Optional.of(granted.token()) : Optional.empty();
  }

  /** In a message for people. */
  @Override
  public String toString() {
    return outcome + " (" + answer + ")";
  }
}
