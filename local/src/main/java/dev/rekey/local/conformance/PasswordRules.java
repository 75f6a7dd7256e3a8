package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Outcome.Why.UNFIT;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Function;

/** R24 to R28 and R33: which passwords may be set, and which may not. */
final class PasswordRules {
  private static final int LEAST = 8;
  private static final int LONG = 64;
  private static final int BCRYPT = 72; // bytes, of which some hashes see no more
  private static final String ALL_KINDS = "aQ1!"; // for services that want composition: see R27
  private static final String EMOJI = "\ud83d\udeb2";

  private PasswordRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule(
            "R24", "A password has eight signs at least, in code points.", PasswordRules::shortest),
        new Rule("R25", "64 signs and more are taken, all of Unicode.", PasswordRules::longest),
        new Rule("R25", "None of it is cut off.", PasswordRules::nothingCut),
        new Rule("R26", "Composed and decomposed signs are one password.", PasswordRules::composed),
        new Rule("R27", "No kinds of signs are demanded.", PasswordRules::noComposition),
        new Rule("R28", "Common passwords are refused.", PasswordRules::noCommon),
        new Rule("R28", "So are the words of the account.", PasswordRules::noContext),
        new Rule("R28", "What merely contains such a word is taken.", PasswordRules::wholeOnly),
        new Rule("R28", "The refusal tells that it is the password.", PasswordRules::reason),
        new Rule(
            "R33", "A refused password does not use up the token.", PasswordRules::tokenStays));
  }

  private static Heard set(Probe probe, String password) {
    var person = probe.someone();
    return probe.reset(person, probe.token(person), password);
  }

  private static void mustBeTaken(Probe probe, String what, String password) {
    var person = probe.someone();
    var heard = probe.reset(person, probe.token(person), password);
    Broken.unless(heard.isDone(), "%s is %s", what, heard);
    Broken.unless(probe.signsIn(person, password), "%s was set, and does not sign in", what);
  }

  private static void mustBeRefused(Probe probe, String what, String password) {
    var heard = set(probe, password);
    Broken.unless(!heard.isDone(), "%s is taken", what);
  }

  private static void shortest(Probe probe) {
    int least = probe.limits().shortestPassword();
    Broken.unless(least >= LEAST, "%d are said to be enough", least);
    int others = least - ALL_KINDS.length();
    mustBeRefused(
        probe, least - 1 + " letters", ALL_KINDS + "xkvjwzqp".repeat(8).substring(0, others - 1));
    mustBeRefused(probe, least - 1 + " emoji", ALL_KINDS + EMOJI.repeat(others - 1));
    mustBeTaken(probe, least + " emoji", ALL_KINDS + EMOJI.repeat(others));
  }

  private static void longest(Probe probe) {
    int longest = probe.limits().longestPassword();
    Broken.unless(longest >= LONG, "%d are said to be the most", longest);
    mustBeTaken(probe, LONG + " letters", ALL_KINDS + "x".repeat(LONG - ALL_KINDS.length()));
    mustBeTaken(probe, longest + " signs", ALL_KINDS + EMOJI.repeat(longest - ALL_KINDS.length()));
    mustBeTaken(
        probe,
        "one with spaces and many scripts",
        " "
            + ALL_KINDS
            + " \u4e2d\u6587 \u0627\u0644\u0639 \u0928\u092e \u05e9\u05dc "
            + EMOJI
            + " ");
  }

  private static void nothingCut(Probe probe) {
    var start = ALL_KINDS + "k".repeat(BCRYPT - ALL_KINDS.length());
    cut(probe, start + "-one tail", start, start + "-one tale");
    var nul = Probe.fresh(probe.stranger());
    cut(probe, nul + "\u0000end", nul, nul + "\u0000and");
  }

  private static void cut(Probe probe, String password, String shorter, String other) {
    var person = probe.someone();
    if (!probe.reset(person, probe.token(person), password).isDone()) {
      return; // refused is not cut
    }
    for (var wrong : List.of(shorter, other)) {
      Broken.unless(
          !probe.signsIn(person, wrong), "another one that begins alike signs in as well");
    }
  }

  private static void composed(Probe probe) {
    var composed = "Caf\u00e9-Z\u00fcrich-Garden-17";
    var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    var person = probe.someone();
    if (!probe.reset(person, probe.token(person), decomposed).isDone()) {
      throw new NotAsked("signs beyond ASCII were refused; see R25");
    }
    Broken.unless(
        probe.signsIn(person, composed), "typed decomposed, it does not sign in composed");
  }

  private static void noComposition(Probe probe) {
    for (var password :
        List.of(
            "lantern under violet hills",
            "48203917560284759318264",
            "PURPLEOTTERSRIDEBICYCLES",
            "aaaaaaaaaaaaaaaaaaaaab")) {
      mustBeTaken(probe, "'" + password + "'", password);
    }
  }

  private static void noCommon(Probe probe) {
    int least = probe.limits().shortestPassword();
    var common =
        List.of(
            "password",
            "12345678",
            "123456789",
            "1234567890",
            "qwertyuiop",
            "iloveyou",
            "password123",
            "passwordpassword");
    common.stream()
        .filter(password -> password.length() >= least)
        .forEach(password -> mustBeRefused(probe, "'" + password + "'", password));
  }

  private static void noContext(Probe probe) {
    for (var own : List.<Function<Person, String>>of(Person::email, Person::username)) {
      var person = probe.someone();
      var word = own.apply(person);
      if (word.length() >= probe.limits().shortestPassword()) {
        var heard = probe.reset(person, probe.token(person), word);
        Broken.unless(!heard.isDone(), "'%s' of the account itself is taken", word);
      }
    }
  }

  private static void wholeOnly(Probe probe) {
    mustBeTaken(probe, "one that contains 'password'", "My-password-of-7-green-bicycles");
  }

  private static void reason(Probe probe) {
    var weak = set(probe, ALL_KINDS);
    var bad = probe.reset(probe.stranger(), "no-such-token", Probe.fresh(probe.stranger()));
    if (weak.isDone() || bad.isDone()) {
      throw new NotAsked("what should be refused was not; see R22 and R24");
    }
    Broken.unless(
        weak.isRefused(UNFIT) && !bad.isRefused(UNFIT),
        "a refused password is %s, a bad token %s",
        weak,
        bad);
  }

  private static void tokenStays(Probe probe) {
    var person = probe.someone();
    var token = probe.token(person);
    if (probe.reset(person, token, ALL_KINDS).isDone()) {
      throw new NotAsked("four signs were taken as a password; see R24");
    }
    var heard = probe.reset(person, token, Probe.fresh(person));
    Broken.unless(heard.isDone(), "after a refused password a good one is %s", heard);
  }
}
