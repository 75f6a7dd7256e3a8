package dev.rekey.local.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wrong guesses at addresses that stay, spread over the whole drill: each from a source of its own
 * and within every limit, so that each is charged. For one thread.
 */
final class Guesses {
  private static final int AT_ONE_ADDRESS = 8; // strangers have ten tries at one passcode
  private static final int ADDRESSES_AT_ONCE = 30;

  private final Calls calls;
  private final Tally tally;
  private final int client;
  private final List<Victim> victims = new ArrayList<>();
  private int count;

  /** Somebody whose passcode is guessed at. */
  private record Victim(String email, String wrong) {}

  Guesses(Calls calls, Tally tally, int client) {
    this.calls = calls;
    this.tally = tally;
    this.client = client;
  }

  /** One guess: at somebody new, or at the one who was left alone for longest. */
  void next() {
    count++;
    if (victims.size() < ADDRESSES_AT_ONCE) {
      victim().ifPresent(this::guess);
    } else {
      guess(victims.removeFirst());
    }
  }

  private Optional<Victim> victim() {
    var name = "victim" + client + "n" + count;
    var email = Resets.email(name);
    Resets.put(calls, name);
    var send = Map.of("email", email, "channel", "CHANNEL_RESET_PASSWORD");
    tally.seen(calls.api("send-email", send, source()));
    return calls
        .passcode(email)
        .map(right -> new Victim(email, right.equals("000000") ? "000001" : "000000"));
  }

  private void guess(Victim victim) {
    var proof = Map.of("email", victim.email(), "passCode", victim.wrong());
    var body = Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", proof);
    var reply = tally.seen(calls.api("verify-reset-password-request", body, source()));
    if (reply.done()) {
      throw new IllegalStateException("a wrong passcode was taken");
    }
    if (reply.status() < 500
        && tally.charged.merge(victim.email(), 1, Integer::sum) < AT_ONE_ADDRESS) {
      victims.add(victim);
    }
  }

  private String source() {
    return "10." + client + "." + count / 250 + "." + (1 + count % 250);
  }
}
