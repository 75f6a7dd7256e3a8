package dev.rekey.http;

import java.util.List;

/**
 * A request that is refused for its form. An exception, so that reading a body stays a straight
 * line; only {@link Front} catches it.
 */
final class MalformedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient AnswerCode refusal;
  private final transient List<Object> values;

  /**
   * Refuses.
   *
   * @param values fill the placeholders of the message: names of fields, never their content
   */
  MalformedRequest(AnswerCode refusal, Object... values) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
    this.values = List.of(values);
  }

  Answer answer() {
    return Answer.refused(refusal, values.toArray());
  }
}
