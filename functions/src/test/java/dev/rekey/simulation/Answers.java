package dev.rekey.simulation;

import static dev.rekey.simulation.Violation.unless;

import dev.rekey.passcode.RequestOutcome.Requested;
import java.time.InstantSource;
import java.util.Optional;

/** What may be answered, by what was seen of the call: invariants 5, 7, 9 and 10. */
final class Answers {
  private final Watch watch;
  private final InstantSource clock;

  Answers(Watch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  void judge(Flight call, Answer answer) {
    switch (answer) {
      case Answer.Died() -> {}
      case Answer.Unavailable(), Answer.Again() ->
          unless(call.failed, "10: called out of reach, and everything had answered");
      case Answer given -> {
        unless(!call.failed, "10: something was out of reach, and the answer was " + name(given));
        answered(call, given);
      }
    }
  }

  private void answered(Flight call, Answer answer) {
    switch (answer) {
      case Answer.Asked(var id, Requested()) -> watch.stream.asked(id);
      case Answer.Proven() -> unless(call.proven, "7: a pre-check said right without a proof");
      case Answer.Expired() ->
          unless(
              watch.codes.knows(call, call.charged),
              "7: somebody who did not know the passcode learned that it had expired");
      case Answer.Exchanged _ ->
          unless(
              call.exchanged && call.confirmed,
              "7: a token was given without an exchange, or to nobody's address");
      case Answer.Done _ -> unless(call.finished, "7: called done, and nothing was set");
      case Answer.Refused() -> watch.tokens.refused(call);
      case Answer.Settled(var line) -> watch.stream.settled(call, call.by, line, clock.instant());
      case Answer.Operated(boolean opened) ->
          unless( // a repetition may find that another call has changed the address since
              opened == call.opened || (!opened && call.repeated),
              "2: an operator was told something else than was done");
      case Answer.Erased(var erasure) ->
          unless(
              call.erasure.equals(Optional.of(erasure)),
              "R48: an operator was told something else than is left of an address");
      case Answer.Compromised(boolean found) ->
          unless(
              found == call.compromised,
              "R30: an operator was told something else than was done to a password");
      case Answer.Asked _, Answer.Wrong(), Answer.BadToken(), Answer.NotOurs() -> {}
      case Answer.Died(), Answer.Unavailable(), Answer.Again() -> {}
    }
  }

  private static String name(Answer answer) {
    return answer.getClass().getSimpleName();
  }
}
