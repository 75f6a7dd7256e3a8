package dev.rekey.settings;

/**
 * A setting that stops the start. The message is one line for people: which variable, what is
 * wrong, what to do.
 */
public final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSetting(Setting setting, String whatIsWrong) {
    this(setting.variable() + " " + whatIsWrong);
  }

  BadSetting(String message) {
    super(message);
  }
}
