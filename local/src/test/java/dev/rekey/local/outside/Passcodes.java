package dev.rekey.local.outside;

/** Passcodes that are not the right one. */
public final class Passcodes {
  private Passcodes() {}

  /** One of the same length that differs in its last digit. */
  public static String wrong(String right) {
    return right.substring(0, 5) + (char) ('0' + (right.charAt(5) - '0' + 1) % 10);
  }
}
