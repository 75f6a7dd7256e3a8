package dev.rekey.local.cli;

import java.util.Locale;

/** By what lines of the audit are looked for. */
enum Clue {
  /** What the audit calls an address. */
  SUBJECT,
  /** What the notice of a reset tells its owner: a part of the id of its lines. */
  REFERENCE;

  /** A filter of CloudWatch Logs, for a value without quotes and stars. */
  String filter(String value) {
    return switch (this) {
      case SUBJECT -> "{ $.subject = \"" + value + "\" }";
      case REFERENCE -> "{ $.requestId = \"*" + value + "*\" }";
    };
  }

  /** The name of the parameter by which a runner is asked. */
  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
