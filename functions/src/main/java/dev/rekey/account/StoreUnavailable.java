package dev.rekey.account;

/**
 * The store did not answer, or not in time: whether a write took effect is not known. Carries no
 * value of an item.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Names the operation and the cause.
   *
   * @param operation what was tried
   * @param reason an error code or the name of an exception class, never its message
   */
  public StoreUnavailable(String operation, String reason) {
    super(operation + ": " + reason);
    this.code = operation + ":" + reason;
  }

  /** Operation and reason, fit for a log. */
  public String code() {
    return code;
  }
}
