package dev.rekey.local.admin;

/** What a caller sent is wrong; the message is the line of the 400. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String line) {
    super(line, null, false, false);
  }
}
