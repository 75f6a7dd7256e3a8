package dev.rekey.local.conformance;

import java.util.List;

/** What nobody sees from outside: each is said, so that no number is missing without a reason. */
final class OutOfReach {
  private OutOfReach() {}

  static List<Rule> rules() {
    return List.of(
        rule("R5", "Limits are documented.", "read the service's own documents"),
        rule("R13", "A stolen table gives no passcodes.", "seen in what is stored alone"),
        rule(
            "R17",
            "Secrets are compared in constant time.",
            "differences of nanoseconds do not show through HTTP; seen in the code"),
        rule(
            "R23",
            "A reset is one transaction.",
            "needs faults between two writes; seen in tests of the store"),
        rule("R31", "Passwords are hashed slowly enough.", "seen in the stored hash alone"),
        rule("R32", "A pepper is kept apart.", "seen in the stored hash and the keys alone"),
        rule("R34", "Password managers and paste work.", "belongs to a page, not to the API"),
        rule(
            "R38",
            "No operator chooses or learns a password.",
            "what operators cannot do is seen in their tools and rights alone"),
        rule("R43", "A text is never the only way.", "seen in the settings alone"),
        rule("R48", "Records are erased in time.", "seen in what is stored alone"),
        rule("R50", "A role for each function.", "seen in the deployed stack alone"),
        rule("R51", "Tables are encrypted and kept.", "seen in the deployed stack alone"),
        rule("R52", "Keys are kept apart and rotated.", "seen in the deployed stack alone"),
        rule("R53", "Concurrency, sizes and alarms.", "seen in the deployed stack alone"),
        rule("R54", "Nothing stays in statics or files.", "seen in the process alone"),
        rule("R56", "Metrics and alarms as code.", "seen in the deployed stack alone"),
        rule("R57", "Known parts, a reproducible build.", "seen in the build alone"));
  }

  private static Rule rule(String number, String sentence, String why) {
    return Rule.outOfReach(number, sentence, why);
  }
}
