package dev.rekey.simulation;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Cause;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reference model of one address: what the store must answer. It keeps lists of what happened
 * and counts in them, where the store keeps counters; the numbers are those of design.md, written
 * out.
 */
final class Model {
  private record Miss(Optional<Source> by, long month) {}

  private final List<PasscodeRequest> sends = new ArrayList<>();
  private final List<Optional<Source>> tries = new ArrayList<>();
  private final List<Miss> misses = new ArrayList<>();
  private @Nullable PasscodeRequest alive; // its passcode was neither exchanged, spent nor shut
  private @Nullable IssuedToken token;
  private int refusals;
  private boolean shut;
  private boolean nameless; // nobody has asked since it was erased
  private String operation = "";

  RequestOutcome request(PasscodeRequest request) {
    if (alive != null && alive.passcode().equals(request.passcode())) {
      return new RequestOutcome.Requested();
    }
    var minuteBefore = request.askedAt().minusSeconds(60);
    if (!sends.isEmpty() && sends.getLast().askedAt().isAfter(minuteBefore)) {
      return new RequestOutcome.TooSoon();
    }
    var today =
        sends.stream().filter(it -> day(it.askedAt()).equals(day(request.askedAt()))).toList();
    long mine = today.stream().filter(it -> it.source().equals(request.source())).count();
    if (shut) {
      return new RequestOutcome.Silenced(Cause.SHUT);
    }
    if (today.size() >= 12) {
      return new RequestOutcome.Silenced(Cause.SENDS_OF_THE_DAY);
    }
    if (request.source().isPresent() && mine >= 4) {
      return new RequestOutcome.Silenced(Cause.SENDS_OF_THE_SOURCE);
    }
    sends.add(request);
    nameless = false;
    tries.clear();
    alive = request;
    operation = "";
    return new RequestOutcome.Requested();
  }

  ChargeOutcome charge(Optional<Source> source, String by, Instant now) {
    if (operation.equals(by)) { // repeated
      return alive == null
          ? new ChargeOutcome.Refused()
          : new ChargeOutcome.Charged(alive.passcode(), misses.size());
    }
    if (alive != null
        && hasTries(alive, source)
        && misses.size() < 50
        && missed(source, now) < 10) {
      tries.add(source);
      misses.add(new Miss(source, month(now)));
      operation = by;
      return new ChargeOutcome.Charged(alive.passcode(), misses.size());
    }
    return misses.size() >= 50 && !shut
        ? new ChargeOutcome.Exhausted()
        : new ChargeOutcome.Refused();
  }

  private boolean hasTries(PasscodeRequest code, Optional<Source> source) {
    boolean mineAreLeft = source.isEmpty() || tries.stream().filter(source::equals).count() < 5;
    return mineAreLeft && tries.size() < (code.source().equals(source) ? 15 : 10);
  }

  /** The misses of a source; they begin again after a month of thirty days without any. */
  private long missed(Optional<Source> source, Instant now) {
    if (source.isEmpty()) {
      return 0;
    }
    int count = 0;
    long last = 0;
    for (var miss : misses) {
      if (miss.by().equals(source)) {
        count = miss.month() > last + 1 ? 1 : count + 1;
        last = miss.month();
      }
    }
    long month = month(now);
    if (month < last) {
      return 10; // it comes too late to be counted
    }
    return month > last + 1 ? 0 : count;
  }

  private static long month(Instant instant) {
    return Math.floorDiv(day(instant).toEpochDay(), 30L);
  }

  boolean forgive(Nonce proven, Instant now) {
    boolean holds = holds(proven, now);
    if (holds) {
      misses.clear();
    }
    return holds;
  }

  boolean exchange(Nonce proven, IssuedToken to) {
    if (!holds(proven, to.issuedAt())) {
      return token != null && token.digest().equals(to.digest()); // repeated
    }
    misses.clear();
    alive = null;
    token = to;
    refusals = 0;
    return true;
  }

  boolean refusal(TokenDigest of, String by, Instant now) {
    if (operation.equals(by)) { // repeated
      return true;
    }
    boolean counts = isLive(of, now) && refusals < 10;
    if (counts) {
      refusals++;
      operation = by;
    }
    return counts;
  }

  boolean isLive(TokenDigest of, Instant now) {
    return token != null && token.digest().equals(of) && now.isBefore(token.expiresAt());
  }

  void spent() {
    token = null;
    alive = null;
  }

  /** Whether that shut it. */
  boolean shut() {
    boolean shuts = misses.size() >= 50 && !shut && !nameless;
    if (shuts) {
      shut = true;
      alive = null;
    }
    return shuts;
  }

  /** Whether that opened it, now or at its first try. */
  boolean open(String by) {
    if (!shut) {
      return operation.equals(by); // repeated
    }
    shut = false;
    misses.clear();
    operation = by;
    return true;
  }

  Erasure erase() {
    alive = null;
    token = null;
    operation = "";
    nameless = true;
    if (shut || !misses.isEmpty()) {
      return Erasure.COUNTS_KEPT;
    }
    sends.clear();
    return Erasure.WHOLE;
  }

  private boolean holds(Nonce nonce, Instant now) {
    return alive != null
        && alive.passcode().nonce().equals(nonce)
        && now.isBefore(alive.passcode().expiresAt());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
