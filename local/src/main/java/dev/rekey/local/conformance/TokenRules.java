package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;

import dev.rekey.local.conformance.Outcome.Granted;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** R11, R20, R21, R22 and R55: the reset token, and the order of the steps. */
final class TokenRules {
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final int LEAST_BITS = 128;
  private static final int SEEN = 8;
  private static final int CALLERS = 10;
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F-]*");
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  private TokenRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("R11", "A token ends in time, within ten minutes.", TokenRules::ends),
        new Rule("R20", "A token has 128 random bits.", TokenRules::isRandom),
        new Rule("R20", "A token that was altered anywhere is refused.", TokenRules::altered),
        new Rule("R21", "A token sets one password.", TokenRules::once),
        new Rule("R21", "Of many callers with it at once, one sets it.", TokenRules::onceAtOnce),
        new Rule("R22", "Nothing but an exchanged passcode sets one.", TokenRules::noStepSkipped),
        new Rule("R22", "A token sets the password of its own account.", TokenRules::ownAccount),
        new Rule(
            "R55", "A request that comes twice takes no passcode away.", TokenRules::repeated));
  }

  private static void ends(Probe probe) {
    var inTime = probe.someone();
    var late = probe.someone();
    var first = probe.token(inTime);
    var granted = probe.exchange(late, MAIL, probe.passcode(late, MAIL)).outcome();
    if (!(granted instanceof Granted(var second, var told))) {
      throw new NotAsked("the right passcode was not exchanged; see R0");
    }
    var life = told.isZero() ? probe.limits().tokenLife() : told;
    Broken.unless(life.compareTo(LONGEST_LIFE) <= 0, "it is said to live %s", life);
    probe.pass(life.minus(MARGIN));
    var early = probe.reset(inTime, first, Probe.fresh(inTime));
    Broken.unless(early.isDone(), "%s before its end it is already %s", MARGIN, early);
    probe.pass(MARGIN.plusSeconds(1));
    Broken.unless(
        !probe.reset(late, second, Probe.fresh(late)).isDone(), "it is good after %s", life);
  }

  /** Bits of the places that are not the same in all tokens. */
  private static void isRandom(Probe probe) {
    var tokens = new HashSet<String>();
    for (int i = 0; i < SEEN; i++) {
      Broken.unless(tokens.add(probe.token(probe.someone())), "the same token came twice");
    }
    int places = 0;
    for (int place = 0; place < tokens.stream().mapToInt(String::length).min().orElse(0); place++) {
      int at = place;
      places += tokens.stream().map(token -> token.charAt(at)).distinct().count() > 1 ? 1 : 0;
    }
    var all = String.join("", tokens);
    double bits = DIGITS.matcher(all).matches() ? 3.32 : HEX.matcher(all).matches() ? 4 : 5.95;
    Broken.unless(
        places * bits >= LEAST_BITS - bits,
        "tokens differ in %d places, that is %.0f bits at most",
        places,
        places * bits);
  }

  private static void altered(Probe probe) {
    var person = probe.someone();
    var token = probe.token(person);
    for (int place : List.of(0, token.length() / 4, token.length() / 2, token.length() * 3 / 4)) {
      char other = token.charAt(place) == 'A' ? 'B' : 'A';
      refused(probe, person, token.substring(0, place) + other + token.substring(place + 1));
    }
    refused(probe, person, token.substring(0, token.length() - 2));
    refused(probe, person, token + token);
  }

  private static void refused(Probe probe, Person person, String token) {
    var heard = probe.reset(person, token, Probe.fresh(person));
    Broken.unless(!heard.isDone(), "a token that was never given out set the password");
  }

  private static void once(Probe probe) {
    var person = probe.someone();
    var token = probe.token(person);
    if (!probe.reset(person, token, Probe.fresh(person)).isDone()) {
      throw new NotAsked("a good password was refused; see R0");
    }
    var again = probe.reset(person, token, "Second-" + Probe.fresh(person));
    Broken.unless(!again.isDone(), "it set a second one");
    Broken.unless(
        probe.signsIn(person, Probe.fresh(person)), "the refused second one took the first away");
  }

  private static void onceAtOnce(Probe probe) {
    var person = probe.someone();
    var token = probe.token(person);
    var done =
        AtOnce.of(
            CALLERS,
            i -> {
              var call = probe.service().reset(token, i + Probe.fresh(person));
              return probe.say(call, probe.home(person) + i).isDone();
            });
    long set = done.stream().filter(it -> it).count();
    Broken.unless(set == 1, "%d of %d callers were told that they set it", set, CALLERS);
    Broken.unless(
        probe.signsIn(person, done.indexOf(true) + Probe.fresh(person)),
        "whoever was told so did not set it");
  }

  private static void noStepSkipped(Probe probe) {
    var person = probe.someone();
    var passcode = probe.passcode(person, MAIL);
    try {
      probe.say(probe.service().check(MAIL, person.email(), passcode), probe.home(person));
    } catch (NotAsked e) {
      // one way fewer to skip a step
    }
    for (var token : List.of(passcode, person.email(), person.id(), "null", "undefined", "0", "")) {
      probe.reset(person, token, Probe.fresh(person));
      Broken.unless(
          !probe.signsIn(person, Probe.fresh(person)), "a password was set without an exchange");
    }
  }

  private static void ownAccount(Probe probe) {
    var owner = probe.someone();
    var other = probe.someone();
    probe.passcode(other, MAIL);
    probe.reset(owner, probe.token(owner), Probe.fresh(owner));
    Broken.unless(
        !probe.signsIn(other, Probe.fresh(owner)), "it set the password of another account");
  }

  private static void repeated(Probe probe) {
    var person = probe.someone();
    var first = probe.passcode(person, MAIL);
    probe.ask(person, MAIL);
    var newest =
        probe.settled(person, MAIL).reversed().stream()
            .flatMap(message -> probe.service().passcode(message).stream())
            .findFirst()
            .orElse(first);
    var heard = probe.exchange(person, MAIL, newest);
    Broken.unless(
        heard.token().isPresent(), "after the same request again the last passcode is %s", heard);
  }
}
