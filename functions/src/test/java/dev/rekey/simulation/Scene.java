package dev.rekey.simulation;

import static java.util.Collections.nCopies;

import dev.rekey.address.Channel;
import dev.rekey.simulation.Step.Change;
import dev.rekey.simulation.Step.Password;
import dev.rekey.simulation.Step.Pause;
import dev.rekey.simulation.Step.Token;
import dev.rekey.simulation.Step.Typed;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where two calls meet.
 *
 * @param before what has happened, one call after the other
 */
record Scene(String name, List<Step> before) {
  private static final int ADA = 0;
  private static final int PHONE = 1;
  private static final int NOBODY_KNOWN = 0;
  private static final int OWNER = 1;
  private static final int STRANGER = 2;
  private static final Step MINUTE = new Step.Wait(Pause.MINUTE);
  private static final Step ASKED = new Step.Send(0, ADA, OWNER);
  private static final List<Step> EXCHANGED = List.of(ASKED, verify(0, ADA, OWNER, Typed.RIGHT));
  private static final List<Step> BY_PHONE =
      List.of(new Step.Send(0, PHONE, OWNER), verify(0, PHONE, OWNER, Typed.RIGHT));
  private static final List<Step> ASKED_BY_NOBODY =
      List.of(MINUTE, new Step.Send(0, ADA, NOBODY_KNOWN));
  private static final List<Step> ANEW = List.of(MINUTE, ASKED, MINUTE);

  static final List<Scene> ALL =
      List.of(
          of("nothing yet"),
          of("a passcode").then(ANEW),
          of("the last try of a source").then(ANEW).then(wrong(4, STRANGER)),
          of("the last try of strangers")
              .then(ANEW)
              .then(wrong(5, 3))
              .then(wrong(2, 4))
              .then(wrong(2, STRANGER)),
          of("the last try of all").then(ASKED_BY_NOBODY).then(wrong(14, NOBODY_KNOWN)),
          of("the last miss of a source")
              .then(ANEW)
              .then(wrong(5, STRANGER))
              .then(ANEW)
              .then(wrong(4, STRANGER))
              .then(ANEW),
          of("the last miss of a source, once erased")
              .then(ANEW)
              .then(wrong(5, STRANGER))
              .then(ANEW)
              .then(wrong(4, STRANGER))
              .then(List.of(new Step.Erase(0, ADA)))
              .then(ANEW),
          of("the last miss")
              .then(usedUp())
              .then(usedUp())
              .then(usedUp())
              .then(ANEW)
              .then(wrong(4, NOBODY_KNOWN)),
          of("two tokens, a new passcode").then(EXCHANGED).then(BY_PHONE).then(ANEW),
          of("the last refusal").then(EXCHANGED).then(nCopies(9, reset(0, ADA, Password.SHORT))),
          of("a passcode expires in ten seconds")
              .then(ANEW)
              .then(nCopies(3, MINUTE))
              .then(nCopies(5, new Step.Wait(Pause.TEN_SECONDS))));

  /** What two calls are chosen from; each step begins one, or is one by itself. */
  static List<Step> calls(int slot) {
    return List.of(
        new Step.Send(slot, ADA, OWNER),
        new Step.Guess(slot, Flight.Kind.PRE_CHECK, ADA, STRANGER, Typed.RIGHT),
        new Step.Guess(slot, Flight.Kind.PRE_CHECK, ADA, STRANGER, Typed.WRONG),
        verify(slot, ADA, STRANGER, Typed.RIGHT),
        verify(slot, ADA, STRANGER, Typed.WRONG),
        verify(slot, ADA, NOBODY_KNOWN, Typed.WRONG),
        verify(slot, PHONE, STRANGER, Typed.RIGHT),
        reset(slot, ADA, Password.GOOD),
        reset(slot, ADA, Password.SHORT),
        reset(slot, PHONE, Password.GOOD),
        new Step.Deliver(slot, Channel.EMAIL, 0),
        new Step.Deliver(slot, Channel.SMS, 0),
        new Step.Open(slot, ADA),
        new Step.Erase(slot, ADA),
        new Step.Compromise(slot, PHONE),
        new Step.Wait(Pause.TEN_SECONDS),
        new Step.Team(Change.DISABLE),
        new Step.Team(Change.MOVE_PHONE));
  }

  private static Scene of(String name) {
    return new Scene(name, List.of());
  }

  private Scene then(List<Step> more) {
    return new Scene(name, Stream.concat(before.stream(), more.stream()).toList());
  }

  private static Step verify(int slot, int person, int source, Typed typed) {
    return new Step.Guess(slot, Flight.Kind.VERIFY, person, source, typed);
  }

  private static Step reset(int slot, int person, Password password) {
    return new Step.Reset(slot, person, Token.LAST, password);
  }

  private static List<Step> wrong(int times, int source) {
    return nCopies(times, verify(0, ADA, source, Typed.WRONG));
  }

  /** A passcode that somebody asks for whom the network does not tell, and all its tries. */
  private static List<Step> usedUp() {
    return Stream.of(ASKED_BY_NOBODY, wrong(15, NOBODY_KNOWN)).flatMap(List::stream).toList();
  }
}
