package dev.rekey.local.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ends of the wire that can be made to fail. */
public enum End {
  DYNAMODB,
  SES,
  SNS,
  SECRETSMANAGER;

  /** The name in {@code PUT /_local/faults}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<End> named(String name) {
    return Arrays.stream(values()).filter(end -> end.wireName().equals(name)).findFirst();
  }
}
