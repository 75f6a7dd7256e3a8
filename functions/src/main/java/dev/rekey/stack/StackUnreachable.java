package dev.rekey.stack;

import java.io.Serial;

/** CloudFormation did not take an answer. */
public final class StackUnreachable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param reason a status or the name of an exception class: messages may hold the presigned
   *     address
   */
  public StackUnreachable(String reason) {
    super("CloudFormation did not take the answer: " + reason);
  }
}
