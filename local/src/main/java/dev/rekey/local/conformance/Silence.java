package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Outcome.Why.THROTTLED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** R1: by the bytes of no answer can a stranger tell who has an account. */
final class Silence {
  private static final Set<Standing> WHO =
      EnumSet.of(
          Standing.ACTIVE,
          Standing.UNKNOWN,
          Standing.DISABLED,
          Standing.UNVERIFIED,
          Standing.MAIL_ONLY,
          Standing.TEXT_ONLY);

  private Silence() {}

  static List<Rule> rules() {
    return List.of(
        new Rule(
            "R1",
            "Asked by mail, everybody is answered alike: fresh, too soon, guessed at, expired.",
            probe -> alike(probe, Channel.MAIL)),
        new Rule(
            "R1",
            "Asked by text, everybody is answered alike: fresh, too soon, guessed at, expired.",
            probe -> alike(probe, Channel.TEXT)),
        new Rule(
            "R1",
            "So are those whose sends of the day are used up.",
            probe -> compare(probe, people -> usedUp(probe, people))),
        new Rule(
            "R1",
            "A source that called too often is answered alike, whoever it asks for.",
            Silence::throttled));
  }

  /** Somebody asked for, and what was answered. */
  private record Asked(Standing standing, Person person, List<Heard> heard) {
    void add(Heard answer) {
      heard.add(answer);
    }
  }

  private static void alike(Probe probe, Channel channel) {
    compare(
        probe,
        people -> {
          people.forEach(one -> round(probe, one, channel));
          try {
            probe.passCooldown();
          } catch (NotAsked e) {
            return; // one state fewer to compare
          }
          people.forEach(one -> one.add(probe.ask(one.person(), channel)));
          probe.pass(probe.limits().passcodeLife(channel).plusSeconds(1));
          people.forEach(one -> one.add(probe.exchange(one.person(), channel, Probe.WRONG)));
        });
  }

  /** Asked, asked again, looked at, and guessed at until no try is left. */
  private static void round(Probe probe, Asked one, Channel channel) {
    one.add(probe.ask(one.person(), channel));
    one.add(probe.ask(one.person(), channel));
    look(probe, one, channel);
    for (int guess = 0; guess < probe.limits().triesPerSource(); guess++) {
      one.add(probe.exchange(one.person(), channel, Probe.WRONG));
    }
  }

  private static void look(Probe probe, Asked one, Channel channel) {
    Call check;
    try {
      check = probe.service().check(channel, one.person().address(channel), Probe.WRONG);
    } catch (NotAsked e) {
      return; // one step fewer to compare
    }
    one.add(probe.say(check, probe.home(one.person())));
  }

  private static void usedUp(Probe probe, List<Asked> people) {
    for (int send = 0; send <= probe.limits().sendsPerSource(); send++) {
      people.forEach(one -> one.add(probe.ask(one.person(), Channel.MAIL)));
      probe.passCooldown();
    }
    people.forEach(one -> one.add(probe.exchange(one.person(), Channel.MAIL, Probe.WRONG)));
  }

  private static void throttled(Probe probe) {
    Throttle.fill(probe, 0);
    try {
      compare(probe, people -> askThrottled(probe, people));
    } finally {
      Throttle.empty(probe);
    }
  }

  private static void askThrottled(Probe probe, List<Asked> people) {
    for (var one : people) {
      var call = probe.service().ask(Channel.MAIL, one.person().email());
      one.add(probe.sayUncounted(call, 0));
    }
    if (!people.getFirst().heard().getLast().isRefused(THROTTLED)) {
      throw new NotAsked("the source was not throttled; see R4");
    }
  }

  private static void compare(Probe probe, Consumer<List<Asked>> script) {
    var people =
        WHO.stream()
            .map(standing -> new Asked(standing, probe.someone(standing), new ArrayList<>()))
            .toList();
    script.accept(people);
    var known = people.getFirst();
    for (var other : people) {
      for (int i = 0; i < known.heard().size(); i++) {
        same(probe, known, other, i);
      }
    }
  }

  private static void same(Probe probe, Asked known, Asked other, int call) {
    var expected = probe.service().comparable(known.heard().get(call).answer());
    var seen = probe.service().comparable(other.heard().get(call).answer());
    Broken.unless(
        seen.equals(expected),
        "call %d: %s is answered %s, but %s %s",
        call + 1,
        other.standing(),
        seen,
        known.standing(),
        expected);
  }
}
