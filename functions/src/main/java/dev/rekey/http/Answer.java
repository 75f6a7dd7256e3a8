package dev.rekey.http;

import dev.rekey.audit.AuditLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call is answered, before it is written in the caller's language, with the line that the
 * audit keeps of it.
 */
public sealed interface Answer {

  /** The line that the audit keeps; the front adds the call's own keys. */
  AuditLine audit();

  /**
   * A success in the envelope; {@code data} is what Jackson writes of maps, lists, text, numbers
   * and booleans.
   */
  record Ok(AuditLine audit, Optional<Object> data) implements Answer {
    /** Data may hold a reset token. */
    @Override
    public String toString() {
      return "Ok[" + audit.event() + "]";
    }
  }

  /** A refusal of the registry; {@code values} fill the placeholders of its message. */
  record Refused(AuditLine audit, Refusal refusal, List<Object> values) implements Answer {}

  /** A success without the envelope, as {@code /api/v3/system} wants it (contract section 1.1). */
  record Bare(AuditLine audit, Map<String, Object> body) implements Answer {}

  static Answer ok(AuditLine audit) {
    return new Ok(audit, Optional.empty());
  }

  static Answer ok(AuditLine audit, Object data) {
    return new Ok(audit, Optional.of(data));
  }

  static Answer refused(Refusal refusal, Object... values) {
    return new Refused(
        AuditLine.of(refusal.event()).because(refusal.name()), refusal, List.of(values));
  }

  /** A refusal that the audit tells apart from others with the same bytes. */
  static Answer refused(Refusal refusal, AuditLine audit, Object... values) {
    return new Refused(audit, refusal, List.of(values));
  }
}
