package dev.rekey.local.rotation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Whole resets by e-mail, and the sign-in that proves each of them. For one thread. */
final class Resets {
  private static final int TIMES = 3;
  private static final List<Encryption> ENCRYPTIONS = List.of(Encryption.values());
  private static final String NEW_PASSWORD = "seven green bicycles";

  private final Calls calls;
  private final Tally tally;
  private final String source;
  private final Supplier<JsonNode> system;
  private int count;

  /**
   * Takes a client's way to work.
   *
   * @param source the address that it calls from
   * @param system its public keys, fetched for each reset or once for many
   */
  Resets(Calls calls, Tally tally, String source, Supplier<JsonNode> system) {
    this.calls = calls;
    this.tally = tally;
    this.source = source;
    this.system = system;
  }

  /**
   * Makes a person and resets the password; each time in another encryption. Where the service was
   * too busy, which a small machine may be, somebody else begins again.
   */
  void next(String name) {
    tally.begun.incrementAndGet();
    for (int time = 1; time <= TIMES; time++) {
      var person = name + "t" + time;
      put(calls, person);
      if (settled(person)) {
        return;
      }
    }
    tally.lost.add(name + ": answered 503 " + TIMES + " times");
  }

  /** Resets the password of somebody who has been there for long. */
  void reset(String name) {
    tally.begun.incrementAndGet();
    if (!settled(name)) {
      tally.lost.add(name + ": answered 503");
    }
  }

  /** Whether it is known how that reset ended: false where the service was too busy. */
  private boolean settled(String name) {
    var refusal = refusal(name);
    if (refusal.isEmpty()) {
      tally.finished.incrementAndGet();
      return true;
    }
    if (refusal.get().reply().unavailable()) {
      return false;
    }
    tally.lost.add(name + ": " + refusal.get());
    return true;
  }

  /** Makes a person with a verified address. */
  static void put(Calls calls, String name) {
    var account =
        Map.of("email", email(name), "emailVerified", true, "password", "the forgotten one");
    calls.local("PUT", "accounts/" + name, account);
  }

  static String email(String name) {
    return name + "@example.com";
  }

  /** The first step that was refused; nothing where the new password signs in. */
  private Optional<Refusal> refusal(String name) {
    var email = email(name);
    var encryption = ENCRYPTIONS.get(count++ % ENCRYPTIONS.size());
    var keys = system.get();
    var sent = post("send-email", Map.of("email", email, "channel", "CHANNEL_RESET_PASSWORD"));
    if (!sent.done()) {
      return Optional.of(new Refusal("send-email", sent));
    }
    var passcode = calls.passcode(email);
    if (passcode.isEmpty()) {
      return Optional.of(new Refusal("waiting for the passcode after send-email", sent));
    }
    var proof = Map.of("email", email, "passCode", passcode.get());
    var verify = Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", proof);
    var verified = post("verify-reset-password-request", verify);
    if (!verified.done()) {
      return Optional.of(new Refusal("verify-reset-password-request", verified));
    }
    var reset =
        post(
            "reset-password",
            Map.of(
                "passwordResetToken",
                verified.body().path("data").path("passwordResetToken").asString(""),
                "password",
                encryption.of(NEW_PASSWORD, keys),
                "passwordEncryptType",
                encryption.name().toLowerCase(Locale.ROOT)));
    if (!reset.done()) {
      return Optional.of(new Refusal("reset-password by " + encryption, reset));
    }
    var signedIn =
        calls.local("POST", "sign-in", Map.of("account", email, "password", NEW_PASSWORD));
    return signedIn.status() == 200
        ? Optional.empty()
        : Optional.of(new Refusal("sign-in", signedIn));
  }

  /** Where a reset ended, and what the service said. */
  private record Refusal(String step, Calls.Reply reply) {}

  private Calls.Reply post(String operation, Map<String, ?> body) {
    return tally.seen(calls.api(operation, body, source));
  }
}
