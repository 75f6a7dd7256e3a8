package dev.rekey.local.conformance;

/** How a message reaches somebody. */
public enum Channel {
  MAIL,
  TEXT
}
