package dev.rekey.local.conformance;

/** A rule cannot be asked of this service; the message says why. */
public final class NotAsked extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotAsked(String why) {
    super(why);
  }
}
