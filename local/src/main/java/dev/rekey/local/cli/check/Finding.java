package dev.rekey.local.cli.check;

/**
 * What one check came to.
 *
 * @param check what was looked at
 * @param found what is there
 * @param toDo what to do about it; empty where nothing is to be done
 */
public record Finding(Verdict verdict, String check, String found, String toDo) {

  /** How it is. A warning does not keep the service from working, or could not be looked at. */
  public enum Verdict {
    OK,
    WARN,
    FAIL
  }

  public static Finding ok(String check, String found) {
    return new Finding(Verdict.OK, check, found, "");
  }

  public static Finding warn(String check, String found, String toDo) {
    return new Finding(Verdict.WARN, check, found, toDo);
  }

  public static Finding fail(String check, String found, String toDo) {
    return new Finding(Verdict.FAIL, check, found, toDo);
  }

  /** A warning in place of a fault. */
  Finding atMostWarning() {
    return verdict == Verdict.FAIL ? warn(check, found, toDo) : this;
  }
}
