package dev.rekey.stack;

import java.net.URI;

/** Tells CloudFormation how it went with a custom resource. Implementations are thread-safe. */
@FunctionalInterface
public interface StackAnswers {
  /**
   * Tells it; telling the same twice does no harm.
   *
   * @param where the presigned address of the request; whoever knows it can answer, so it is never
   *     shown
   * @throws StackUnreachable when it was not taken
   */
  void tell(URI where, StackAnswer answer);
}
