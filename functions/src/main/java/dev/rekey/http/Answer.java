package dev.rekey.http;

import dev.rekey.audit.AuditLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a call is answered, before it is written in the caller's language, with the line that the
 * audit keeps of it. Data are records of the wire, which Jackson writes by their components.
 */
public sealed interface Answer {

  /** The line that the audit keeps; the front adds the call's own keys. */
  AuditLine audit();

  /** A success in the envelope. */
  record Ok(AuditLine audit, Optional<Object> data) implements Answer {
    /** Data may hold a reset token. */
    @Override
    public String toString() {
      return "Ok[" + audit.event() + "]";
    }
  }

  /**
   * A success whose data holds a message of its own.
   *
   * @param code whose message it is
   * @param data what that message, in the caller's language, stands in
   */
  record Told(AuditLine audit, AnswerCode code, Function<String, Object> data) implements Answer {}

  /** A refusal; {@code values} fill the placeholders of its message. */
  record Refused(AuditLine audit, AnswerCode refusal, List<Object> values) implements Answer {}

  /** A success without the envelope, as {@code /api/v3/system} wants it (contract section 1.1). */
  record Bare(AuditLine audit, Object body) implements Answer {}

  static Answer ok(AuditLine audit) {
    return new Ok(audit, Optional.empty());
  }

  static Answer ok(AuditLine audit, Object data) {
    return new Ok(audit, Optional.of(data));
  }

  /** A refusal that the audit calls by the name of its code. */
  static Answer refused(AnswerCode refusal, Object... values) {
    var event = refusal.event().orElseThrow();
    return new Refused(AuditLine.of(event).because(refusal.name()), refusal, List.of(values));
  }

  /** A refusal that the audit tells apart from others with the same bytes. */
  static Answer refused(AnswerCode refusal, AuditLine audit, Object... values) {
    return new Refused(audit, refusal, List.of(values));
  }
}
