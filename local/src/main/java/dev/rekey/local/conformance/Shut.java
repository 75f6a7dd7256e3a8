package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;

import java.time.Duration;
import java.util.List;

/** R15 and R44: recovery that was shut by guesses. */
final class Shut {
  static final Duration A_DAY = Duration.ofHours(25);

  private Shut() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("R15", "Where recovery is shut, signing in goes on.", Shut::signsIn),
        new Rule("R44", "The owner is told that recovery was shut.", Shut::isTold),
        new Rule("R15", "An operator opens it.", Shut::isOpened),
        new Rule("R15", "It is still shut a day later.", Shut::staysShut));
  }

  /**
   * Guesses at the passcodes of somebody, from many sources, as often as the service takes it.
   *
   * @return the person
   */
  static Person shut(Probe probe) {
    var limits = probe.limits();
    probe.needSources(limits.missesInAll() / limits.missesPerSource() + 2);
    var person = probe.someone();
    int sources = probe.service().sources();
    var misses = new int[sources];
    int all = 0;
    for (int round = 0; all < limits.missesInAll(); round++) {
      probe.passcode(person, MAIL, sources - 1 - round % (sources / 2));
      int before = all;
      for (int source = 1; source < sources; source++) {
        int tries = 0;
        while (tries < limits.triesPerSource()
            && all - before < limits.triesByStrangers()
            && misses[source] < limits.missesPerSource()
            && all < limits.missesInAll()) {
          probe.exchange(person, MAIL, Probe.WRONG, source);
          misses[source]++;
          tries++;
          all++;
        }
      }
      if (all == before) {
        throw new NotAsked("%d sources are too few to shut an address".formatted(sources));
      }
      probe.passCooldown();
    }
    return person;
  }

  /** Whether a right passcode still comes, and is exchanged. */
  static boolean recovers(Probe probe, Person person, int source) {
    int before = probe.messages(person, MAIL).size();
    probe.ask(person, MAIL, source);
    var sent = probe.settled(person, MAIL);
    return sent.subList(before, sent.size()).stream()
        .flatMap(message -> probe.service().passcode(message).stream())
        .anyMatch(passcode -> probe.exchange(person, MAIL, passcode, source).token().isPresent());
  }

  private static void signsIn(Probe probe) {
    var person = shut(probe);
    Broken.unless(
        probe.signsIn(person, person.password()), "the password no longer signs in at the cap");
  }

  private static void isTold(Probe probe) {
    var person = shut(probe);
    mustBeShut(probe, person);
    var told =
        probe.settled(person, MAIL).stream()
            .anyMatch(message -> probe.service().passcode(message).isEmpty());
    Broken.unless(told, "nothing but passcodes came");
  }

  private static void isOpened(Probe probe) {
    var person = shut(probe);
    mustBeShut(probe, person);
    probe.service().open(MAIL, person.email());
    probe.passCooldown();
    Broken.unless(recovers(probe, person, 0), "after an operator opened it no passcode is good");
  }

  private static void staysShut(Probe probe) {
    var person = shut(probe);
    mustBeShut(probe, person);
    probe.pass(A_DAY);
    Broken.unless(!recovers(probe, person, 0), "it opened by itself within %s", A_DAY);
  }

  private static void mustBeShut(Probe probe, Person person) {
    if (recovers(probe, person, 0)) {
      throw new NotAsked("it was not shut; see R14");
    }
  }
}
