package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;
import static dev.rekey.local.conformance.Channel.TEXT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** R29, R30, R35, R37 and R39 to R42: who is told what, and what a reset leaves as it was. */
final class AfterRules {
  private static final Duration A_HUNDRED_DAYS = Duration.ofDays(100); // expiries are 90 at most
  private static final Pattern HINT =
      Pattern.compile("(?i)\\bhint\\b|(security|secret) question|maiden|first pet");

  private AfterRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("R29", "No message and no answer holds a hint or a question.", AfterRules::noHint),
        new Rule("R35", "A reset ends all sessions.", AfterRules::sessionsEnd),
        new Rule("R37", "A second factor stays.", AfterRules::secondFactorStays),
        new Rule("R39", "The owner is told of a reset, without the password.", AfterRules::notice),
        new Rule("R40", "And what to do if it was somebody else, with whom.", AfterRules::advice),
        new Rule("R41", "At every confirmed address.", AfterRules::everywhere),
        new Rule(
            "R42",
            "Who has no confirmed, active account gets no message.",
            AfterRules::onlyConfirmed));
  }

  /** R30; last of all, since the clock goes far. */
  static List<Rule> ofTime() {
    return List.of(
        new Rule("R30", "A password that others know is taken away.", AfterRules::compromised),
        new Rule("R30", "No password ends by time.", AfterRules::noExpiry));
  }

  /** Those that came of a reset by mail, to one address, within the time that a message takes. */
  private static List<Message> notices(Probe probe, Person person, Channel at) {
    int passcodes = at == MAIL ? 1 : 0;
    var token = probe.token(person);
    if (!probe.reset(person, token, Probe.fresh(person)).isDone()) {
      throw new NotAsked("a good password was refused; see R0");
    }
    var all = probe.await(person, at, passcodes + 1);
    return all.subList(Math.min(passcodes, all.size()), all.size());
  }

  private static void noHint(Probe probe) {
    var person = probe.someone();
    var asked = probe.ask(person, MAIL);
    var wrong = probe.exchange(person, MAIL, Probe.WRONG);
    var seen = new ArrayList<>(List.of(asked.answer().body(), wrong.answer().body()));
    probe.await(person, MAIL, 1).forEach(message -> seen.add(message.text()));
    for (var text : seen) {
      Broken.unless(!HINT.matcher(text).find(), "a hint or a question is in: %s", text);
    }
  }

  private static void sessionsEnd(Probe probe) {
    var person = probe.someone();
    var before = probe.service().sessions(person);
    var token = probe.token(person);
    Broken.unless(
        probe.service().sessions(person).equals(before), "sessions ended before the password was");
    if (!probe.reset(person, token, Probe.fresh(person)).isDone()) {
      throw new NotAsked("a good password was refused; see R0");
    }
    Broken.unless(
        !probe.service().sessions(person).equals(before), "sessions go on after the reset");
  }

  private static void secondFactorStays(Probe probe) {
    var person = probe.someone(Standing.SECOND_FACTOR);
    if (!probe.service().hasSecondFactor(person)) {
      throw new NotAsked("no account with a second factor could be made");
    }
    probe.reset(person, probe.token(person), Probe.fresh(person));
    Broken.unless(probe.service().hasSecondFactor(person), "after a reset it is gone");
  }

  private static void notice(Probe probe) {
    var person = probe.someone();
    var notices = notices(probe, person, MAIL);
    Broken.unless(!notices.isEmpty(), "no notice came");
    for (var notice : notices) {
      Broken.unless(
          !notice.text().contains(Probe.fresh(person))
              && !notice.text().contains(person.password()),
          "the notice holds a password");
    }
  }

  private static void advice(Probe probe) {
    var notices = notices(probe, probe.someone(), MAIL);
    if (notices.isEmpty()) {
      throw new NotAsked("no notice came; see R39");
    }
    var wording = probe.service().wording();
    var text = notices.getLast().text();
    Broken.unless(
        wording.advice().matcher(text).find(), "it does not say what to do if it was not you");
    Broken.unless(wording.contact().matcher(text).find(), "it does not say whom to turn to");
  }

  private static void everywhere(Probe probe) {
    var person = probe.someone();
    if (notices(probe, person, MAIL).isEmpty()) {
      throw new NotAsked("no notice came; see R39");
    }
    Broken.unless(!probe.await(person, TEXT, 1).isEmpty(), "the phone number is not told");
  }

  private static void onlyConfirmed(Probe probe) {
    for (var standing : Standing.values()) {
      for (var channel : Channel.values()) {
        if (!standing.isReachedBy(channel)) {
          var person = probe.someone(standing);
          probe.ask(person, channel);
          int sent = probe.settled(person, channel).size();
          Broken.unless(sent == 0, "a message by %s went to %s", channel, standing);
        }
      }
    }
  }

  private static void compromised(Probe probe) {
    var person = probe.someone();
    if (!probe.signsIn(person, person.password())) {
      throw new NotAsked("a new account does not sign in; see R0");
    }
    probe.service().compromise(MAIL, person.email());
    Broken.unless(!probe.signsIn(person, person.password()), "it still signs in");
    var heard = probe.reset(person, probe.token(person), Probe.fresh(person));
    Broken.unless(heard.isDone(), "the owner's reset after it is %s", heard);
  }

  private static void noExpiry(Probe probe) {
    var person = probe.someone();
    probe.pass(A_HUNDRED_DAYS);
    Broken.unless(
        probe.signsIn(person, person.password()),
        "after %d days it signs in no more",
        A_HUNDRED_DAYS.toDays());
  }
}
