package dev.rekey.local.conformance;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the fake tells people. */
final class FakeTexts {
  static final Wording WORDING =
      new Wording(
          "Fake",
          Pattern.compile("never ask"),
          Pattern.compile("not you, reset it again"),
          Pattern.compile("call us"));
  static final String SHUT = "Fake: too many wrong codes, recovery is off. Please call us.";

  private FakeTexts() {}

  static String passcode(FakeEntry entry, Predicate<Flaw> has, String host) {
    var text = new StringBuilder();
    text.append(has.test(Flaw.TEXT_WITHOUT_NAME) ? "" : "Fake: ");
    text.append(entry.passcode).append(" is your code");
    if (!has.test(Flaw.TEXT_WITHOUT_LIFE)) {
      text.append(", good for ")
          .append(FakeLimits.LIMITS.passcodeLife(entry.channel).toMinutes())
          .append(" minutes");
    }
    text.append(has.test(Flaw.TEXT_WITHOUT_WARNING) ? "." : ". We never ask for it.");
    text.append(has.test(Flaw.TEXT_TOO_LONG) ? " Have a nice day.".repeat(10) : "");
    text.append(has.test(Flaw.GIVES_HINTS) ? " Hint: it was green." : "");
    text.append(has.test(Flaw.TELLS_HOST) ? " https://" + host + "/" : "");
    if (has.test(Flaw.PASSCODE_IN_URL) && entry.channel == Channel.MAIL) {
      text.append(" https://fake.example/?code=").append(entry.passcode);
    }
    return text.toString();
  }

  static String notice(Predicate<Flaw> has, String password) {
    return "Fake: your password was reset."
        + (has.test(Flaw.NOTICE_WITHOUT_ADVICE) ? "" : " If it was not you, reset it again.")
        + (has.test(Flaw.NOTICE_WITHOUT_CONTACT) ? "" : " Then call us.")
        + (has.test(Flaw.PASSWORD_IN_NOTICE) ? " It is " + password : "");
  }
}
