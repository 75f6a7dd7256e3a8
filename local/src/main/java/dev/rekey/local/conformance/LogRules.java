package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** R18, R45 and R46: what the log tells. */
final class LogRules {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private LogRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("R45", "Each step leaves a line in the log.", LogRules::lineOfEachStep),
        new Rule("R18", "No line holds a secret.", LogRules::noSecret),
        new Rule(
            "R46", "No line holds a whole address, or steers a terminal.", LogRules::noAddress));
  }

  /** A whole way: what was secret in it. */
  private static List<String> walk(Probe probe, Person person) {
    var passcode = probe.passcode(person, MAIL);
    probe.exchange(person, MAIL, Probe.WRONG + "\r\n\u001b[31m");
    probe.exchange(person, MAIL, Probe.WRONG);
    var token =
        probe
            .exchange(person, MAIL, passcode)
            .token()
            .orElseThrow(() -> new NotAsked("no token was given; see R0"));
    probe.reset(person, token, Probe.fresh(person));
    return List.of(passcode, token, Probe.fresh(person));
  }

  private static void lineOfEachStep(Probe probe) {
    var person = probe.someone();
    var counts = new ArrayList<Integer>();
    counts.add(lines(probe, person));
    var passcode = probe.passcode(person, MAIL);
    counts.add(lines(probe, person));
    probe.exchange(person, MAIL, Probe.WRONG);
    counts.add(lines(probe, person));
    var token = probe.exchange(person, MAIL, passcode).token();
    counts.add(lines(probe, person));
    probe.reset(person, token.orElse(""), "qZ7!");
    counts.add(lines(probe, person));
    var done = probe.reset(person, token.orElse(""), Probe.fresh(person));
    if (!done.isDone()) {
      throw new NotAsked("no password was set; see R0 and R33");
    }
    counts.add(lines(probe, person));
    var steps =
        List.of("a request", "a wrong guess", "an exchange", "a refused password", "a reset");
    for (int step = 0; step < steps.size(); step++) {
      Broken.unless(counts.get(step + 1) > counts.get(step), "%s left no line", steps.get(step));
    }
  }

  private static int lines(Probe probe, Person person) {
    return probe.service().lines(person).size();
  }

  private static void noSecret(Probe probe) {
    var person = probe.someone();
    var secrets = walk(probe, person);
    for (var line : probe.service().lines(person)) {
      for (var secret : secrets) {
        boolean held =
            Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])")
                .matcher(line)
                .find();
        Broken.unless(!held, "a secret is in: %s", line.replace(secret, "***"));
      }
    }
  }

  private static void noAddress(Probe probe) {
    var person = probe.someone();
    walk(probe, person);
    for (var line : probe.service().lines(person)) {
      Broken.unless(
          !line.contains(person.email()) && !line.contains(person.phone().substring(1)),
          "a whole address is in: %s",
          line);
      Broken.unless(!CONTROL.matcher(line).find(), "a control sign is in a line");
    }
  }
}
