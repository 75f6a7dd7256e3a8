import java.util.Objects;

/** The few assertions that the cases need. */
final class Check {
  private Check() {}

  static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  static void equal(Object expected, Object found) {
    that(Objects.equals(expected, found), "expected " + expected + ", found " + found);
  }

  static void matches(String pattern, String found) {
    that(found != null && found.matches("(?s)" + pattern), found + " is no " + pattern);
  }
}
