package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;
import static dev.rekey.local.conformance.Outcome.Why.FAULT;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** R0, R3, R4 and R6: asking for a passcode. */
final class RequestRules {
  private static final int MOST_SENDS = 24; // a day: more is a mailbox that is bombed

  private RequestRules() {}

  static Rule wayThrough() {
    return new Rule(
        "R0",
        "A known person resets the password, by mail and by text; without it no rule says much.",
        RequestRules::resets);
  }

  static List<Rule> rules() {
    return List.of(
        new Rule(
            "R3",
            "Requests and wrong guesses change nothing of the account, and lock nobody out.",
            RequestRules::nothingChanges),
        new Rule(
            "R4", "Within the cooldown one message goes to one address.", RequestRules::cooldown),
        new Rule(
            "R4",
            "An address gets a limited number of messages a day, and fewer for one source.",
            RequestRules::sendsOfADay),
        new Rule("R6", "An e-mail address has one form, in any case.", RequestRules::oneNormalForm),
        new Rule(
            "R6",
            "What mixes in control signs or a second address is sent to nobody.",
            RequestRules::noInjection));
  }

  private static void resets(Probe probe) {
    for (var channel : Channel.values()) {
      var person = probe.someone();
      var asked = probe.ask(person, channel);
      Broken.unless(asked.isDone(), "%s: asking is answered %s", channel, asked);
      var sent = probe.await(person, channel, 1);
      Broken.unless(!sent.isEmpty(), "%s: no message came", channel);
      var passcode = probe.service().passcode(sent.getLast()).orElse("");
      Broken.unless(!passcode.isEmpty(), "%s: the message holds no passcode", channel);
      var token = probe.exchange(person, channel, passcode).token().orElse("");
      Broken.unless(!token.isEmpty(), "%s: the right passcode gives no token", channel);
      var done = probe.reset(person, token, Probe.fresh(person));
      Broken.unless(done.isDone(), "%s: a good password is answered %s", channel, done);
      Broken.unless(
          probe.signsIn(person, Probe.fresh(person)), "%s: the new one does not sign in", channel);
      Broken.unless(
          !probe.signsIn(person, person.password()), "%s: the old one still signs in", channel);
    }
  }

  private static void nothingChanges(Probe probe) {
    var person = probe.someone();
    var before = stored(probe, person);
    probe.passcode(person, MAIL);
    probe.ask(person, MAIL);
    probe.exchange(person, MAIL, Probe.WRONG);
    probe.reset(person, Probe.WRONG, Probe.fresh(person));
    Broken.unless(
        probe.signsIn(person, person.password()), "the password no longer signs in after requests");
    Broken.unless(stored(probe, person).equals(before), "the stored account is another one");
  }

  /** Where nothing is seen of it, signing in is all that can be compared. */
  private static String stored(Probe probe, Person person) {
    try {
      return probe.service().stored(person);
    } catch (NotAsked e) {
      return "";
    }
  }

  private static void cooldown(Probe probe) {
    var person = probe.someone();
    probe.ask(person, MAIL);
    probe.ask(person, MAIL);
    probe.ask(person, MAIL, probe.home(person) + 1);
    int sent = probe.settled(person, MAIL).size();
    mustCome(sent);
    Broken.unless(sent == 1, "%d messages came of requests within the cooldown", sent);
  }

  private static void mustCome(int sent) {
    if (sent == 0) {
      throw new NotAsked("no message came at all; see R0");
    }
  }

  private static void sendsOfADay(Probe probe) {
    var limits = probe.limits();
    Broken.unless(
        limits.sendsPerDay() <= MOST_SENDS, "%d messages a day are no limit", limits.sendsPerDay());
    int sources = Math.min(probe.service().sources(), limits.sendsPerDay());
    var person = probe.someone();
    startOfADay(probe, limits.cooldown().multipliedBy(2L * limits.sendsPerDay()));
    for (int send = 0; send <= limits.sendsPerSource(); send++) {
      probe.ask(person, MAIL, 0);
      probe.passCooldown();
    }
    int ofOne = probe.settled(person, MAIL).size();
    mustCome(ofOne);
    Broken.unless(
        ofOne <= limits.sendsPerSource(),
        "%d messages came for one source, %d are said to be the most",
        ofOne,
        limits.sendsPerSource());
    for (int send = 0; send < limits.sendsPerDay(); send++) {
      probe.ask(person, MAIL, 1 + send % Math.max(1, sources - 1));
      probe.passCooldown();
    }
    int ofAll = probe.settled(person, MAIL).size();
    Broken.unless(
        ofAll <= limits.sendsPerDay(),
        "%d messages came in a day, %d are said to be the most",
        ofAll,
        limits.sendsPerDay());
  }

  /** A new day would bring new sends in the middle. */
  private static void startOfADay(Probe probe, Duration needed) {
    var now = probe.pass(Duration.ofSeconds(1)).atOffset(ZoneOffset.UTC);
    if (now.plus(needed).getDayOfYear() != now.getDayOfYear()) {
      probe.pass(needed);
    }
  }

  private static void oneNormalForm(Probe probe) {
    var person = probe.someone();
    var passcode = probe.passcode(person, MAIL);
    var upper = person.email().toUpperCase(Locale.ROOT);
    var heard = probe.say(probe.service().exchange(MAIL, upper, passcode), probe.home(person));
    Broken.unless(
        heard.token().isPresent(),
        "the passcode of an address is not good for it in capitals: %s",
        heard);
  }

  private static void noInjection(Probe probe) {
    var owner = probe.someone();
    var other = probe.someone();
    for (var between :
        List.of("\r\nBcc: ", "\nBcc:", "%0d%0aBcc:", "\r\n", "\n", "\u0000", ",", ";", " ", "\t")) {
      var call = probe.service().ask(MAIL, owner.email() + between + other.email());
      var heard = probe.say(call, probe.home(owner));
      Broken.unless(!heard.isRefused(FAULT), "two addresses in one are answered %s", heard);
    }
    int sent = probe.settled(owner, MAIL).size() + probe.messages(other, MAIL).size();
    Broken.unless(sent == 0, "%d messages went to addresses that were mixed into one", sent);
  }
}
