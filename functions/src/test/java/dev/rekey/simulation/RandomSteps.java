package dev.rekey.simulation;

import dev.rekey.address.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The steps of one seed. Each seed has moods of its own (how many attackers, how many faults, who
 * is the victim), since steps that are all alike never come far in any direction.
 */
final class RandomSteps {
  private static final Fault[] FAULTS = Fault.values();
  private static final int RESET = 3;

  private static final Step.Pause[] SHORT = {
    Step.Pause.SECOND, Step.Pause.TEN_SECONDS, Step.Pause.MINUTE
  };

  private static final Step.Change[] MENDING = {Step.Change.ENABLE, Step.Change.VERIFY_MAIL};

  private final SplittableRandom random;
  private final List<Integer> victims;
  private final int sources;
  private final int faults; // of a hundred port calls
  private final int pauses; // of a hundred steps
  private final int attackers; // of a hundred attempts
  private final int refused; // of a hundred passwords
  private final int[] calls = new int[5]; // how often each kind of call is begun

  private RandomSteps(long seed) {
    random = new SplittableRandom(seed);
    victims = People.VICTIMS.get(random.nextInt(People.VICTIMS.size()));
    sources = 1 + random.nextInt(People.SOURCES.size());
    faults = random.nextInt(25);
    pauses = 1 + random.nextInt(6);
    attackers = random.nextInt(101);
    boolean picky = random.nextInt(8) == 0; // tries one bad password after the other
    refused = picky ? 100 : random.nextInt(101);
    for (int kind = 0; kind < calls.length; kind++) {
      calls[kind] = 1 + random.nextInt(8);
    }
    calls[RESET] += picky ? 40 : 0;
  }

  static List<Step> of(long seed, int count) {
    var steps = new RandomSteps(seed);
    var program = new ArrayList<Step>(count);
    for (int i = 0; i < count; i++) {
      program.add(steps.next());
    }
    return program;
  }

  private Step next() {
    int slot = random.nextInt(Simulation.SLOTS);
    int roll = random.nextInt(100);
    if (roll < 55) {
      return new Step.Go(slot, random.nextInt(100) < faults ? pick(FAULTS) : Fault.NONE);
    }
    if (roll < 55 + pauses) {
      return new Step.Wait(pause());
    }
    return switch (kind()) {
      case 0 -> new Step.Send(slot, person(), source());
      case 1, 2 -> guess(slot);
      case RESET -> new Step.Reset(slot, person(), token(), password());
      case 4 -> new Step.Deliver(slot, pick(Channel.values()), Math.max(0, random.nextInt(-6, 3)));
      default -> seldom();
    };
  }

  private int kind() {
    int roll = random.nextInt(1 + Arrays.stream(calls).sum());
    int kind = 0;
    while (kind < calls.length && roll >= calls[kind]) {
      roll -= calls[kind++];
    }
    return kind;
  }

  private Step guess(int slot) {
    var kind = random.nextInt(4) == 0 ? Flight.Kind.PRE_CHECK : Flight.Kind.VERIFY;
    var typed =
        random.nextInt(100) < attackers
            ? Step.Typed.WRONG
            : random.nextInt(4) == 0 ? pick(Step.Typed.values()) : Step.Typed.RIGHT;
    return new Step.Guess(slot, kind, person(), source(), typed);
  }

  private Step seldom() {
    return switch (random.nextInt(7)) {
      case 0 -> new Step.Open(random.nextInt(Simulation.SLOTS), person());
      case 1 -> new Step.Erase(random.nextInt(Simulation.SLOTS), person());
      case 2 -> new Step.Compromise(random.nextInt(Simulation.SLOTS), person());
      case 3, 4 -> new Step.Keys(random.nextInt(6) == 0);
      default -> new Step.Team(pick(random.nextInt(3) == 0 ? Step.Change.values() : MENDING));
    };
  }

  private Step.Pause pause() {
    return random.nextInt(3) > 0 ? pick(SHORT) : pick(Step.Pause.values());
  }

  private Step.Token token() {
    return random.nextInt(5) > 0 ? Step.Token.LAST : pick(Step.Token.values());
  }

  private Step.Password password() {
    return random.nextInt(100) < refused ? pick(Step.Password.values()) : Step.Password.GOOD;
  }

  private int person() {
    return random.nextInt(4) > 0
        ? victims.get(random.nextInt(victims.size()))
        : random.nextInt(People.ADDRESSES.size());
  }

  private int source() {
    return random.nextInt(sources);
  }

  private <T> T pick(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
