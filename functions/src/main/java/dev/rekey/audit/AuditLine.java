package dev.rekey.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What one line says. Immutable.
 *
 * @param event what happened
 * @param fields further keys in order; keys are constants, values never hold a secret or an address
 */
public record AuditLine(AuditEvent event, SequencedMap<String, String> fields) {

  public AuditLine {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  public static AuditLine of(AuditEvent event) {
    return new AuditLine(event, new LinkedHashMap<>());
  }

  public AuditLine with(String key, String value) {
    var more = new LinkedHashMap<>(fields);
    more.put(key, value);
    return new AuditLine(event, more);
  }

  public AuditLine with(String key, Optional<String> value) {
    return value.map(present -> with(key, present)).orElse(this);
  }

  /**
   * Why, as a word of a fixed list: the name of an enum constant, an error code, an exception's
   * class.
   */
  public AuditLine because(String reason) {
    return with("reason", reason);
  }
}
