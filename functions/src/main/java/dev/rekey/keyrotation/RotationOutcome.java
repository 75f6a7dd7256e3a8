package dev.rekey.keyrotation;

/** How a step of a rotation ended. */
public sealed interface RotationOutcome {

  /** The step is done. */
  record Done() implements RotationOutcome {}

  /** The step, or the whole rotation, had been done before. */
  record AlreadyDone() implements RotationOutcome {}

  /**
   * The new keyring is the current one from now on.
   *
   * @param made how many keys are new in it
   * @param retired how many keys it has no more
   */
  record Rotated(int made, int retired) implements RotationOutcome {}

  /** Nothing was changed. */
  record NotRotated(RotationRefusal why) implements RotationOutcome {}
}
