package dev.rekey.keyrotation;

/** How making the first keys ended. */
public sealed interface MakeOutcome {

  /** There were none, and now there are. */
  record Made() implements MakeOutcome {}

  /** There are keys, which were left alone. */
  record AlreadyThere() implements MakeOutcome {}

  /** Nothing was changed. */
  record NotMade(RotationRefusal why) implements MakeOutcome {}
}
