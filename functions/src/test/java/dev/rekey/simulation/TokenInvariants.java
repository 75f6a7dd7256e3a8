package dev.rekey.simulation;

import static dev.rekey.simulation.Violation.unless;

import dev.rekey.account.AccountId;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.Reset;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Invariants 3, 4, 5 and 7, R30 and R48 of tokens and accounts, read from the tables after every
 * step.
 */
final class TokenInvariants {
  private static final class Held {
    final TokenDigest digest;
    final Instant at;
    final Instant until;
    int counted; // once a call that was told so
    int written; // once a write: a repetition after a lost answer may count again
    int answered;

    Held(IssuedToken token, Instant at) {
      this.digest = token.digest();
      this.at = at;
      this.until = token.expiresAt();
    }
  }

  private final Map<TokenDigest, Held> tokens = new HashMap<>();
  private final Map<AddressHash, Held> heldBy = new HashMap<>();
  private final Set<TokenDigest> spent = new HashSet<>();
  private final Set<AddressHash> spentAt = new HashSet<>();
  private final Map<AccountId, StoredAccount> accounts = new HashMap<>();
  private final Map<AccountId, Instant> reset = new HashMap<>();

  /** Whose password was taken, and when that was decided. */
  private final Map<AccountId, Instant> compromised = new HashMap<>();

  private final Map<AddressHash, Set<TokenDigest>> erased = new HashMap<>();

  /** What the team writes to an account. */
  void put(StoredAccount account) {
    accounts.put(account.id(), account);
  }

  void exchanged(AddressHash at, IssuedToken token, Instant now) {
    if (!tokens.containsKey(token.digest())) { // or it is repeated after a lost answer
      var held = new Held(token, now);
      tokens.put(token.digest(), held);
      heldBy.put(at, held);
    }
  }

  void refusalCounted(Flight call, TokenDigest digest) {
    var held = tokens.get(digest);
    if (held == null) {
      throw new Violation("7: a refusal was counted for a token that nobody got");
    }
    held.written++;
    held.counted += call.refusalCounted ? 0 : 1;
    call.refusalCounted = true;
  }

  void finished(Flight call, Reset done, boolean confirmed, StoredAccount after) {
    var digest = done.token().digest();
    var held = tokens.get(digest);
    var id = done.token().account();
    if (held == null || !call.sentToken.equals(Optional.of(digest))) {
      throw new Violation("7: a password was set without a token that came of a passcode");
    }
    unless(
        !erasedAt(done.address()).contains(digest),
        "R48: a token set a password, and its address was erased");
    unless(spent.add(digest), "3: a token set two passwords");
    unless(
        held.equals(heldBy.get(done.address())),
        "3: a token set a password that a later one had replaced");
    unless(call.hashedAt.isBefore(held.until), "7: an expired token set a password");
    unless(call.fit, "5: a password was set that has to be refused");
    unless(confirmed, "7: a password was set through an address that is not the account's");
    var last = reset.put(id, call.hashedAt);
    unless(last == null || held.at.isAfter(last), "3: a token outlived a reset of its account");
    var taken = compromised.get(id);
    unless(
        taken == null || held.at.isAfter(taken),
        "R30: a token outlived that the password of its account was taken away");
    unless(after.compromisedAt().isEmpty(), "R30: an account was reset, and is compromised still");
    unless(
        !after.changedAt().isBefore(call.hashedAt),
        "3: a reset is dated before its hash was made, and what was issued meanwhile outlives it");
    var before = accounts.get(id);
    unless(
        before != null
            && before.active()
            && after.password().equals(Optional.of(SlowHasher.of(call.password)))
            && after.epoch() == before.epoch() + 1,
        "4: a finish that did not set the password and raise the epoch");
    accounts.put(id, after);
    heldBy.remove(done.address());
    spentAt.add(done.address());
    call.finished = true;
  }

  /** A password was taken away: that and nothing else has changed in the account. */
  void compromised(Flight call, AccountId id, StoredAccount after) {
    unless(!call.compromised, "R30: one call took a password away twice");
    var before = accounts.get(id);
    var since = after.compromisedAt();
    unless(
        before != null && since.isPresent() && after.equals(withoutPassword(before, since)),
        "R30: a compromise that did not take the password, or did something else");
    unless(
        since.filter(it -> !it.isBefore(call.foundAt)).isPresent(),
        "R30: a compromise is dated before its account was found, and what was issued meanwhile"
            + " outlives it");
    compromised.put(id, call.foundAt);
    accounts.put(id, after);
    call.compromised = true;
  }

  private static StoredAccount withoutPassword(StoredAccount before, Optional<Instant> since) {
    return new StoredAccount(
        before.id(),
        before.active(),
        before.mfa(),
        before.username(),
        before.email(),
        before.phone(),
        before.language(),
        Optional.empty(),
        before.changedAt(),
        before.epoch() + 1,
        since);
  }

  /** What was issued for an address until now is dead. */
  void erased(AddressHash address) {
    var held = heldBy.remove(address);
    if (held != null) {
      erased.computeIfAbsent(address, _ -> new HashSet<>()).add(held.digest);
    }
  }

  private Set<TokenDigest> erasedAt(AddressHash address) {
    return erased.getOrDefault(address, Set.of());
  }

  void refused(Flight call) {
    unless(!call.fit, "5: a password was refused that is a good one");
    unless(call.refusalCounted, "5: a password was refused before the refusal was counted");
    var held = tokens.get(call.sentToken.orElseThrow());
    if (held == null) {
      throw new Violation("7: a password was judged for a token that nobody got");
    }
    unless(++held.answered <= 10, "5: a token lived through more than 10 refusals");
  }

  /**
   * After every step: nothing changed but by a finish or an operator, and no token is gone but by
   * its end.
   */
  void check(
      Function<AccountId, Optional<StoredAccount>> stored,
      Function<AddressHash, Optional<IssuedToken>> token) {
    accounts.forEach((id, expected) -> {
      var there = stored.apply(id).orElse(null);
      unless(expected.equals(there), "4: an account changed, and no finish and no operator did it");
    });
    heldBy.forEach((address, held) -> {
      var there = token.apply(address).map(IssuedToken::digest);
      boolean holds = there.equals(Optional.of(held.digest));
      unless(holds || held.written >= 10, "5: a token is gone, and set no password");
      unless(!holds || held.counted < 10, "5: a token lives on after 10 refusals");
    });
    erased.forEach((address, dead) ->
        unless(
            token.apply(address).map(IssuedToken::digest).filter(dead::contains).isEmpty(),
            "R48: an address was erased, and its token is still there"));
    for (var address : spentAt) {
      unless(
          token.apply(address).map(IssuedToken::digest).filter(spent::contains).isEmpty(),
          "4: a password was set, and its token is still there");
    }
  }
}
