package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;

import java.util.List;

/** R14 and R16: who guesses is stopped, and stops nobody else. */
final class GuessRules {
  private static final int MOST_MISSES = 100; // NIST 3.2.2
  private static final int CALLERS = 20;

  private GuessRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule(
            "R14", "After a few misses the right passcode is refused too.", GuessRules::fewTries),
        new Rule(
            "R14", "A new passcode brings a source no fresh tries.", GuessRules::noFreshBudget),
        new Rule(
            "R14",
            "Nor do new sources: at the cap the recovery of the address is shut.",
            GuessRules::shutInAll),
        new Rule(
            "R14",
            "A look at a passcode costs a try as well, counted before it is compared.",
            GuessRules::looksCost),
        new Rule("R16", "Strangers leave the asker its tries.", GuessRules::strangersLeaveTries),
        new Rule("R16", "A passcode is good for its own address alone.", GuessRules::ownAddress));
  }

  private static void fewTries(Probe probe) {
    int tries = probe.limits().triesPerSource();
    Broken.unless(tries <= MOST_MISSES, "%d tries are said to be the most", tries);
    var person = probe.someone();
    var passcode = probe.passcode(person, MAIL);
    for (int miss = 0; miss < tries; miss++) {
      probe.exchange(person, MAIL, Probe.WRONG);
    }
    Broken.unless(
        probe.exchange(person, MAIL, passcode).token().isEmpty(),
        "the right passcode is accepted after %d misses",
        tries);
  }

  private static void noFreshBudget(Probe probe) {
    var limits = probe.limits();
    Broken.unless(
        limits.missesPerSource() <= MOST_MISSES,
        "%d misses of one source are said to be the most",
        limits.missesPerSource());
    var person = probe.someone();
    int misses = 0;
    for (int sends = 1; misses < limits.missesPerSource(); sends++) {
      probe.passcode(person, MAIL);
      for (int i = 0; i < limits.triesPerSource() && misses < limits.missesPerSource(); i++) {
        probe.exchange(person, MAIL, Probe.WRONG);
        misses++;
      }
      // Silence because of the sends of a day would look as if the guesses had ended it.
      probe.pass(
          sends % limits.sendsPerSource() == 0 ? Shut.A_DAY : limits.cooldown().plusSeconds(1));
    }
    Broken.unless(
        !Shut.recovers(probe, person, probe.home(person)),
        "one source's right passcode is accepted after %d misses over several passcodes",
        misses);
  }

  private static void shutInAll(Probe probe) {
    int most = probe.limits().missesInAll();
    Broken.unless(most <= MOST_MISSES, "%d misses are said to be the most", most);
    var person = Shut.shut(probe);
    Broken.unless(
        !Shut.recovers(probe, person, 0),
        "a fresh source's right passcode is accepted after %d misses in a row",
        most);
  }

  private static void looksCost(Probe probe) {
    var person = probe.someone();
    var passcode = probe.passcode(person, MAIL);
    var look = probe.service().check(MAIL, person.email(), passcode);
    int tries = probe.limits().triesPerSource();
    long right =
        AtOnce.of(CALLERS, _ -> probe.say(look, probe.home(person))).stream()
            .filter(Heard::isDone)
            .count();
    Broken.unless(
        right <= tries, "%d looks of one source at once were answered, %d tries", right, tries);
  }

  private static void strangersLeaveTries(Probe probe) {
    var limits = probe.limits();
    probe.needSources(1 + (limits.triesByStrangers() - 1) / limits.triesPerSource() + 1);
    var person = probe.someone();
    int home = probe.home(person);
    var passcode = probe.passcode(person, MAIL, home);
    for (int guess = 0; guess < 2 * limits.triesByStrangers(); guess++) {
      int stranger = 1 + guess / limits.triesPerSource() % (probe.service().sources() - 1);
      probe.exchange(person, MAIL, Probe.WRONG, home + stranger);
    }
    var heard = probe.exchange(person, MAIL, passcode, home);
    Broken.unless(
        heard.token().isPresent(),
        "after guesses of strangers the right passcode of the asker is %s",
        heard);
  }

  private static void ownAddress(Probe probe) {
    var one = probe.someone();
    var other = probe.someone();
    var passcode = probe.passcode(one, MAIL);
    if (passcode.equals(probe.passcode(other, MAIL))) {
      throw new NotAsked("two people got the same passcode; see R10");
    }
    Broken.unless(
        probe.exchange(other, MAIL, passcode).token().isEmpty(),
        "the passcode of one person gave a token for another one");
    Broken.unless(
        probe.exchange(one, Channel.TEXT, passcode).token().isEmpty(),
        "the passcode of an e-mail address gave a token for a number");
  }
}
