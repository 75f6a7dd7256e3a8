package dev.rekey.local.contract;

/**
 * One conformance vector of the wire contract.
 *
 * @param number as the contract counts, with a letter where one vector is shown in several ways
 * @param title what it shows
 */
record Vector(String number, String title, Run run) {
  /** Makes the calls, checks the answers and says which exchange decides. */
  @FunctionalInterface
  interface Run {
    void on(Scene scene) throws Exception;
  }

  /** The number without its letter. */
  int whole() {
    return Integer.parseInt(number.replaceAll("[a-z]$", ""));
  }

  /** The letter, or nothing. */
  String letter() {
    return number.replaceAll("[0-9]", "");
  }

  /** The name of its test. */
  @Override
  public String toString() {
    return "vector " + number + ": " + title;
  }
}
