package dev.rekey.keys;

import java.io.Serial;

/** The keys cannot be read. A fault that passes: answer an error, open nothing (invariant 10). */
public final class KeysUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says which store failed.
   *
   * @param message names the store, never a key
   * @param cause what went wrong there; it must not quote what was read
   */
  public KeysUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
