package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Channel.MAIL;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** R7, R8 and R9: what the wire may carry. */
final class WireRules {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS");
  private static final List<String> FORMS =
      List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "");
  private static final String STRANGER = "conformance.invalid";
  private static final String SOME_ADDRESS = "203.0.113.";

  private WireRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("R7", "Nothing but POST sends a passcode.", WireRules::onlyPostSends),
        new Rule("R7", "Nothing but POST uses one up.", WireRules::onlyPostBurns),
        new Rule("R8", "What a browser's form can send is refused.", WireRules::noForms),
        new Rule("R8", "No page of a stranger may read an answer.", WireRules::noCors),
        new Rule("R9", "No header makes a caller another one.", WireRules::noOtherSource),
        new Rule("R9", "No header gets into a message.", WireRules::noOtherHost));
  }

  private static void onlyPostSends(Probe probe) {
    var person = probe.someone();
    var ask = probe.service().ask(MAIL, person.email());
    for (var method : METHODS) {
      probe.say(ask.withMethod(method), probe.home(person));
    }
    for (var method : List.of("GET", "HEAD")) {
      probe.say(Bodies.asQuery(ask).withMethod(method), probe.home(person));
    }
    int sent = probe.settled(person, MAIL).size();
    Broken.unless(sent == 0, "%d messages came of requests other than POST", sent);
  }

  private static void onlyPostBurns(Probe probe) {
    var person = probe.someone();
    var exchange = probe.service().exchange(MAIL, person.email(), probe.passcode(person, MAIL));
    for (var method : List.of("GET", "HEAD")) {
      probe.say(exchange.withMethod(method), probe.home(person));
      probe.say(Bodies.asQuery(exchange).withMethod(method), probe.home(person));
    }
    var heard = probe.say(exchange, probe.home(person));
    Broken.unless(heard.token().isPresent(), "after a GET the right passcode is %s", heard);
  }

  private static void noForms(Probe probe) {
    var person = probe.someone();
    var ask = probe.service().ask(MAIL, person.email());
    for (var form : FORMS) {
      var call =
          form.isEmpty() ? ask.withoutHeader("content-type") : ask.withHeader("content-type", form);
      var heard = probe.say(call, probe.home(person));
      Broken.unless(!heard.isDone(), "a body of type '%s' is answered %s", form, heard);
    }
    int sent = probe.settled(person, MAIL).size();
    Broken.unless(sent == 0, "%d messages came of forms", sent);
  }

  private static void noCors(Probe probe) {
    var person = probe.someone();
    var origin = "https://" + STRANGER;
    var ask = probe.service().ask(MAIL, person.email()).withHeader("origin", origin);
    var preflight =
        ask.withMethod("OPTIONS")
            .withBytes("")
            .withHeader("access-control-request-method", "POST")
            .withHeader("access-control-request-headers", "content-type");
    for (var call : List.of(preflight, ask)) {
      var heard = probe.say(call, probe.home(person));
      var allowed = heard.answer().header("access-control-allow-origin");
      Broken.unless(
          !allowed.contains("*") && !allowed.contains(STRANGER),
          "%s allows pages of any origin: %s",
          call,
          allowed);
    }
  }

  private static void noOtherSource(Probe probe) {
    if (afterAllTries(probe, call -> call).token().isPresent()) {
      throw new NotAsked("tries do not end even without a header; see R14");
    }
    var pretended = new AtomicInteger();
    var heard =
        afterAllTries(probe, call -> from(SOME_ADDRESS + pretended.incrementAndGet(), call));
    Broken.unless(
        heard.token().isEmpty(),
        "who has used up its %d tries gets further ones by a header",
        probe.limits().triesPerSource());
  }

  /** The answer to the right passcode after so many wrong ones. */
  private static Heard afterAllTries(Probe probe, UnaryOperator<Call> form) {
    var person = probe.someone();
    var passcode = probe.passcode(person, MAIL);
    var wrong = probe.service().exchange(MAIL, person.email(), Probe.WRONG);
    for (int miss = 0; miss < probe.limits().triesPerSource(); miss++) {
      probe.say(form.apply(wrong), probe.home(person));
    }
    var right = probe.service().exchange(MAIL, person.email(), passcode);
    return probe.say(form.apply(right), probe.home(person));
  }

  private static Call from(String pretended, Call call) {
    var changed = call.withHeader("forwarded", "for=" + pretended);
    for (var name :
        List.of("x-forwarded-for", "x-real-ip", "true-client-ip", "cf-connecting-ip", "via")) {
      changed = changed.withHeader(name, pretended);
    }
    return changed;
  }

  private static void noOtherHost(Probe probe) {
    var person = probe.someone();
    var call = probe.service().ask(MAIL, person.email());
    for (var header :
        Map.of(
                "host", STRANGER,
                "x-forwarded-host", STRANGER,
                "forwarded", "host=" + STRANGER,
                "origin", "https://" + STRANGER,
                "referer", "https://" + STRANGER + "/")
            .entrySet()) {
      call = call.withHeader(header.getKey(), header.getValue());
    }
    probe.say(call, probe.home(person));
    for (var message : probe.settled(person, MAIL)) {
      Broken.unless(
          !message.text().contains(STRANGER), "the message holds the host of a header of the call");
    }
  }
}
