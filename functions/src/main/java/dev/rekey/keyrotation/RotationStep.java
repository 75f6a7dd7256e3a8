package dev.rekey.keyrotation;

import java.util.Arrays;
import java.util.Optional;

/** The steps in which Secrets Manager rotates a secret, in its words and its order. */
public enum RotationStep {
  CREATE("createSecret"),
  SET("setSecret"),
  TEST("testSecret"),
  FINISH("finishSecret");

  private final String word;

  RotationStep(String word) {
    this.word = word;
  }

  /** The word on the wire. */
  public String word() {
    return word;
  }

  static Optional<RotationStep> of(String word) {
    return Arrays.stream(values()).filter(step -> step.word.equals(word)).findFirst();
  }
}
