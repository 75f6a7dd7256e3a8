package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;
import static dev.rekey.local.conformance.Channel.TEXT;
import static dev.rekey.local.conformance.Outcome.Why.FAULT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** R18, R36, R47 and R49: what answers say, and what they must not. */
final class AnswerRules {
  private static final Pattern TRACE =
      Pattern.compile("\\bat [\\w$.]+\\([\\w.]+:\\d+\\)|Traceback|Exception|goroutine \\d");
  private static final Pattern SIGNED_IN =
      Pattern.compile("(?i)\"(access|id|refresh|session)_?(token|id)\"");
  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");
  private static final long A_YEAR = 31_536_000;

  private AnswerRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule(
            "R18",
            "No secret is in an answer, but the token where it is due.",
            AnswerRules::noSecret),
        new Rule("R36", "A reset signs nobody in.", AnswerRules::signsNobodyIn),
        new Rule("R47", "Bad input of any form is refused, never a fault.", AnswerRules::badInput),
        new Rule(
            "R49", "No answer is stored, sniffed or sent over plain HTTP.", AnswerRules::headers));
  }

  private static void noSecret(Probe probe) {
    var person = probe.someone();
    var asked = probe.ask(person, MAIL);
    var sent = probe.await(person, MAIL, 1);
    var passcode =
        sent.stream()
            .findFirst()
            .flatMap(probe.service()::passcode)
            .orElseThrow(() -> new NotAsked("no passcode came; see R0"));
    var again = probe.ask(person, MAIL);
    var wrong = probe.exchange(person, MAIL, Probe.WRONG);
    var right = probe.exchange(person, MAIL, passcode);
    var token = right.token().orElseThrow(() -> new NotAsked("no token was given; see R0"));
    var weak = probe.reset(person, token, "qZ7!");
    var set = probe.reset(person, token, Probe.fresh(person));

    for (var heard : List.of(asked, again, wrong, right, weak, set)) {
      holdsNot(heard, "the passcode", "(?<![0-9A-Fa-f])" + passcode + "(?![0-9A-Fa-f])");
      holdsNot(heard, "a password", "qZ7!");
      holdsNot(heard, "a password", Pattern.quote(Probe.fresh(person)));
      if (heard.token().isEmpty()) {
        holdsNot(heard, "the token", Pattern.quote(token));
      }
    }
    Broken.unless(!right.answer().headers().toString().contains(token), "the token is in a header");
    for (var message : probe.messages(person, MAIL)) {
      Broken.unless(
          !Pattern.compile("https?://\\S*" + passcode).matcher(message.text()).find(),
          "the passcode is in the URL of a message");
    }
  }

  private static void holdsNot(Heard heard, String what, String pattern) {
    Broken.unless(
        !Pattern.compile(pattern).matcher(heard.answer().whole()).find(),
        "%s is in an answer (%s)",
        what,
        heard.outcome());
  }

  /** The answers of a whole way, and of calls that go nowhere. */
  private static List<Heard> ofTheWay(Probe probe) {
    var person = probe.someone();
    var heard = new ArrayList<Heard>();
    heard.add(probe.exchange(person, MAIL, Probe.WRONG));
    var call = probe.service().exchange(MAIL, person.email(), probe.passcode(person, MAIL));
    var right = probe.say(call, probe.home(person));
    heard.add(right);
    var token = right.token().orElseThrow(() -> new NotAsked("no token was given; see R0"));
    heard.add(probe.reset(person, token, "qZ7!"));
    heard.add(probe.reset(person, token, Probe.fresh(person)));
    heard.add(probe.ask(person, MAIL));
    return heard;
  }

  private static void signsNobodyIn(Probe probe) {
    for (var heard : ofTheWay(probe)) {
      Broken.unless(heard.answer().header("set-cookie").isEmpty(), "an answer sets a cookie");
      var body = SIGNED_IN.matcher(heard.answer().body());
      Broken.unless(!body.find(), "an answer holds the token of a session");
    }
  }

  private static void badInput(Probe probe) {
    var person = probe.someone();
    var calls = new ArrayList<Call>();
    calls.add(probe.service().ask(MAIL, person.email()));
    calls.add(probe.service().ask(TEXT, person.phone()));
    calls.add(probe.service().exchange(MAIL, person.email(), Probe.WRONG));
    calls.add(probe.service().exchange(TEXT, person.phone(), Probe.WRONG));
    calls.add(probe.service().reset("no-such-token", Probe.fresh(person)));
    try {
      calls.add(probe.service().check(MAIL, person.email(), Probe.WRONG));
    } catch (NotAsked e) {
      // one kind of call fewer
    }
    int source = 0;
    for (var call : calls) {
      for (var bent : Bodies.bent(call)) {
        var heard = probe.say(bent, source++);
        boolean fault = heard.answer().status() >= 500 || heard.isRefused(FAULT);
        Broken.unless(!fault, "%s is answered %s: %s", bent, heard, shown(bent));
        Broken.unless(
            !TRACE.matcher(heard.answer().body()).find(),
            "%s is answered by a trace of the program: %s",
            bent,
            shown(bent));
      }
    }
  }

  private static String shown(Call call) {
    var body = call.body();
    return body.length() <= 120 ? body : body.substring(0, 120) + "...";
  }

  private static void headers(Probe probe) {
    var heard = new ArrayList<>(ofTheWay(probe));
    var ask = probe.service().ask(MAIL, probe.stranger().email());
    heard.add(probe.say(ask.withBody("{"), 0));
    heard.add(probe.say(ask.withMethod("GET").withBytes(""), 0));
    heard.add(probe.say(ask.withHeader("content-type", "text/plain"), 0));
    for (var one : heard) {
      has(one, "cache-control", "no-store");
      has(one, "x-content-type-options", "nosniff");
      has(one, "referrer-policy", "no-referrer");
      has(one, "strict-transport-security", "includesubdomains");
      var age = MAX_AGE.matcher(one.answer().header("strict-transport-security"));
      Broken.unless(
          age.find() && Long.parseLong(age.group(1)) >= A_YEAR,
          "strict-transport-security of an answer (%s) is for less than a year",
          one);
    }
  }

  private static void has(Heard heard, String header, String value) {
    Broken.unless(
        heard.answer().header(header).toLowerCase(Locale.ROOT).contains(value),
        "an answer (%s) has no %s: %s",
        heard,
        header,
        value);
  }
}
