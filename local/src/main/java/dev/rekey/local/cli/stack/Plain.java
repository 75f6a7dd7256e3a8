package dev.rekey.local.cli.stack;

/** Text that may go to a terminal. */
public final class Plain {
  private Plain() {}

  /** Without signs that steer a terminal or turn the writing around: a log line may hold any. */
  public static String text(String any) {
    return any.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
