package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;
import static dev.rekey.local.conformance.Channel.TEXT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.hipparchus.stat.inference.ChiSquareTest;

/** R10, R11, R12 and R19: the passcode itself. */
final class PasscodeRules {
  private static final int LEAST_DIGITS = 6;
  private static final int SEEN = 100;
  private static final double NO_CHANCE = 1e-6;
  private static final int CALLERS = 20;
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
  private static final Duration MARGIN = Duration.ofSeconds(10); // for slow messages
  private static final int GSM_PART = 160;
  private static final int UNICODE_PART = 70;
  private static final Pattern GSM =
      Pattern.compile(
          "[A-Za-z0-9 \\r\\n@$_!\"#%&'()*+,\\-./:;<=>?\u00a1\u00a3\u00a5\u00a7\u00bf"
              + "\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\u00d8\u00f8\u00c5\u00e5\u00c6\u00e6\u00df\u00c9"
              + "\u00c4\u00d6\u00d1\u00dc\u00e4\u00f6\u00f1\u00fc\u00e0]*");

  private PasscodeRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule(
            "R10",
            "Passcodes have six digits at least, each of any value.",
            PasscodeRules::uniform),
        new Rule("R11", "A passcode by mail ends in time.", probe -> ends(probe, MAIL)),
        new Rule("R11", "A passcode by text ends in time.", probe -> ends(probe, TEXT)),
        new Rule("R12", "A passcode is accepted once.", PasscodeRules::acceptedOnce),
        new Rule(
            "R12", "Of many callers with it at once, one gets a token.", PasscodeRules::onceAtOnce),
        new Rule(
            "R19",
            "A text names the service, the code in one piece, its life, and that nobody asks for"
                + " it.",
            PasscodeRules::text));
  }

  private static void uniform(Probe probe) {
    var seen = new ArrayList<String>();
    for (int i = 0; i < SEEN; i++) {
      seen.add(probe.passcode(probe.someone(), MAIL));
    }
    int digits = seen.stream().mapToInt(String::length).min().orElse(0);
    Broken.unless(digits >= LEAST_DIGITS, "a passcode has %d digits", digits);
    var expected = new double[10];
    Arrays.fill(expected, SEEN / 10.0);
    for (int position = 0; position < digits; position++) {
      var observed = new long[10];
      for (var passcode : seen) {
        observed[passcode.charAt(position) - '0']++;
      }
      double p = new ChiSquareTest().chiSquareTest(expected, observed);
      Broken.unless(
          p > NO_CHANCE,
          "digit %d of %d passcodes is not uniform: %s of 0 to 9",
          position + 1,
          SEEN,
          Arrays.toString(observed));
    }
  }

  private static void ends(Probe probe, Channel channel) {
    var life = probe.limits().passcodeLife(channel);
    Broken.unless(life.compareTo(LONGEST_LIFE) <= 0, "it is said to live %s", life);
    var inTime = probe.someone();
    var late = probe.someone();
    var first = probe.passcode(inTime, channel);
    var second = probe.passcode(late, channel);
    probe.pass(life.minus(MARGIN));
    var early = probe.exchange(inTime, channel, first);
    Broken.unless(early.token().isPresent(), "%s before its end it is already %s", MARGIN, early);
    probe.pass(MARGIN.plusSeconds(1));
    Broken.unless(
        probe.exchange(late, channel, second).token().isEmpty(),
        "it is still accepted after %s",
        life);
  }

  private static void acceptedOnce(Probe probe) {
    var person = probe.someone();
    var passcode = probe.passcode(person, MAIL);
    if (probe.exchange(person, MAIL, passcode).token().isEmpty()) {
      throw new NotAsked("the right passcode was not exchanged; see R0");
    }
    for (int again = 0; again < 2; again++) {
      Broken.unless(
          probe.exchange(person, MAIL, passcode).token().isEmpty(), "it was accepted once more");
    }
  }

  private static void onceAtOnce(Probe probe) {
    var person = probe.someone();
    var passcode = probe.passcode(person, MAIL);
    long tokens =
        AtOnce.of(CALLERS, i -> probe.exchange(person, MAIL, passcode, probe.home(person) + i))
            .stream()
            .filter(heard -> heard.token().isPresent())
            .count();
    Broken.unless(tokens == 1, "%d of %d callers got a token", tokens, CALLERS);
  }

  private static void text(Probe probe) {
    var person = probe.someone();
    var passcode = probe.passcode(person, TEXT);
    var text = probe.messages(person, TEXT).getLast().text();
    var wording = probe.service().wording();
    var life = probe.limits().textLife();
    Broken.unless(
        text.contains(wording.product()), "it does not name the service: %s", wording.product());
    Broken.unless(text.contains(passcode), "the passcode is not in one piece");
    Broken.unless(
        life(text, life.toSeconds()) || life(text, life.toMinutes()),
        "it does not tell that it is good for %s",
        life);
    Broken.unless(wording.neverAsk().matcher(text).find(), "it does not say that nobody asks");
    int part = GSM.matcher(text).matches() ? GSM_PART : UNICODE_PART;
    Broken.unless(text.length() <= part, "it has %d signs, one part %d", text.length(), part);
  }

  private static boolean life(String text, long amount) {
    return Pattern.compile("\\b" + amount + "\\b").matcher(text).find();
  }
}
