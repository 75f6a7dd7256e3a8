package dev.rekey.simulation;

import static dev.rekey.simulation.Violation.unless;

import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Invariants 1, 2, 3 and 7 of passcodes: who looked at which one, how often, and what for. Knows
 * what was written and what was typed, and nothing of how the service decides.
 */
final class CodeInvariants {
  private record Look(Optional<Source> by, Instant at) {}

  /** The digits of a passcode, as its owner would read them, and the request that made it. */
  private record Made(String digits, PasscodeRequest by) {}

  private final Map<Nonce, Made> made = new HashMap<>();
  private final Map<AddressHash, List<Nonce>> issued = new HashMap<>();
  private final Map<Nonce, List<Optional<Source>>> looks = new HashMap<>();
  private final Map<AddressHash, List<Look>> sinceProof = new HashMap<>();

  /** As {@link #sinceProof}, but one that is repeated after a lost answer may count again. */
  private final Map<AddressHash, Integer> counted = new HashMap<>();

  private final Map<Nonce, TokenDigest> exchanged = new HashMap<>();
  private final Set<AddressHash> shut = new HashSet<>();

  /** Addresses of which only counts may be left, since nobody has asked for a passcode again. */
  private final Set<AddressHash> nameless = new HashSet<>();

  /** Their passcodes, for ever. */
  private final Set<Nonce> erased = new HashSet<>();

  private final Function<PasscodeRequest, String> reader;
  private final Counts counts;

  CodeInvariants(Function<PasscodeRequest, String> reader, Counts counts) {
    this.reader = reader;
    this.counts = counts;
  }

  String digitsOf(@Nullable Nonce nonce) {
    var known = nonce == null ? null : made.get(nonce);
    return known == null ? "" : known.digits();
  }

  /** Says whether it begins to live: the first time, or repeated once it was erased. */
  boolean issued(PasscodeRequest request) {
    unless(!shut.contains(request.hash()), "2: a passcode was made for an address that is shut");
    nameless.remove(request.hash());
    var nonce = request.passcode().nonce();
    boolean anew = !made.containsKey(nonce);
    if (anew) {
      made.put(nonce, new Made(reader.apply(request), request));
      issued.computeIfAbsent(request.hash(), _ -> new ArrayList<>()).add(nonce);
    }
    if (erased.remove(nonce)) {
      looks.remove(nonce);
      exchanged.remove(nonce);
      return true;
    }
    return anew;
  }

  /** The digits that were issued for an address, the oldest first. */
  List<String> issuedTo(AddressHash address) {
    return issued.getOrDefault(address, List.of()).stream().map(this::digitsOf).toList();
  }

  /** Where no attempt is left, whether or not that was said yet. */
  List<AddressHash> exhausted() {
    return sinceProof.entrySet().stream()
        .filter(tried -> tried.getValue().size() >= 50)
        .map(Map.Entry::getKey)
        .toList();
  }

  void shut(AddressHash address) {
    unless(shut.add(address), "2: the owner is told twice that an address was shut");
    unless(counted.getOrDefault(address, 0) >= 50, "2: an address was shut that had attempts left");
    unless(!nameless.contains(address), "2: an address was shut whose owner nobody can tell");
    counts.shut();
  }

  void opened(AddressHash address) {
    unless(shut.remove(address), "2: an address was opened that was not shut");
    sinceProof.remove(address);
    counted.remove(address);
  }

  /** An address was erased: that gives nobody a guess, and this is what is left. */
  void erased(AddressHash address, Erasure told, long misses, boolean isShut) {
    nameless.add(address);
    erased.addAll(issued.getOrDefault(address, List.of()));
    int tried = sinceProof.getOrDefault(address, List.of()).size();
    unless(misses >= tried, "2: an address was erased, and guesses were given back");
    unless(isShut == shut.contains(address), "2: an address was erased, and opened or shut by it");
    unless(
        (told == Erasure.COUNTS_KEPT) == (isShut || counted.getOrDefault(address, 0) > 0),
        "R48: counts are kept of an erased address where nothing counts, or the other way round");
  }

  Set<AddressHash> nameless() {
    return nameless;
  }

  boolean isShut(AddressHash address) {
    return shut.contains(address);
  }

  /** An attempt was let through. One that is repeated after a lost answer is still one. */
  void charged(Flight call, AddressHash at, Nonce nonce, Optional<Source> by, Instant now) {
    counted.merge(at, 1, Integer::sum);
    if (nonce.equals(call.charged)) {
      return;
    }
    var known = made.get(nonce);
    unless(
        known != null && known.by().hash().equals(at),
        "7: an attempt was let through to another address's passcode");
    unless(
        !erased.contains(nonce), "R48: an attempt was let through to a passcode that was erased");
    call.charged = nonce;
    call.looked = false;
    var tried = sinceProof.computeIfAbsent(at, _ -> new ArrayList<>());
    tried.add(new Look(by, now));
    unless(!shut.contains(at), "2: an attempt at an address that is shut");
    unless(tried.size() <= 50, "2: more than 50 attempts in a row at one address");
    var monthAgo = now.minus(Duration.ofDays(30));
    unless(
        by.isEmpty()
            || tried.stream().filter(it -> it.by().equals(by) && it.at().isAfter(monthAgo)).count()
                <= 10,
        "2: more than 10 attempts of one source in 30 days at one address");
  }

  /** The digits of a passcode were derived: nothing else in an attempt can be compared with. */
  void looked(Flight call, Optional<Source> by) {
    var nonce = call.charged;
    if (nonce == null) {
      throw new Violation("1: a passcode was looked at before an attempt was charged");
    }
    if (call.looked) {
      return;
    }
    call.looked = true;
    counts.compared();
    var seen = looks.computeIfAbsent(nonce, _ -> new ArrayList<>());
    seen.add(by);
    unless(seen.size() <= 15, "1: more than 15 comparisons with one passcode");
    unless(
        seen.stream().filter(it -> !it.equals(asker(nonce))).count() <= 10,
        "1: strangers used up what is kept for whoever asked for the passcode");
    unless(
        by.isEmpty() || seen.stream().filter(by::equals).count() <= 5,
        "1: more than 5 comparisons of one source with one passcode");
  }

  private @Nullable Nonce latest(AddressHash at) {
    var all = issued.get(at);
    return all == null ? null : all.getLast();
  }

  private Optional<Source> asker(Nonce nonce) {
    return Optional.ofNullable(made.get(nonce)).flatMap(known -> known.by().source());
  }

  /** The misses of an address were forgotten. */
  void proven(Flight call, AddressHash at, Nonce nonce) {
    unless(knows(call, nonce), "7: a proof without the right passcode");
    unless(!isExpired(nonce, call.began), "7: a proof by a passcode that had expired");
    unless(nonce.equals(latest(at)), "7: a proof by a passcode that a later one had replaced");
    unless(!erased.contains(nonce), "R48: a proof by a passcode that was erased");
    unless(!exchanged.containsKey(nonce), "3: a passcode proved something after its exchange");
    call.proven = true;
    sinceProof.remove(at);
    counted.remove(at);
  }

  void exchanged(Flight call, AddressHash at, Nonce nonce, TokenDigest token) {
    var earlier = exchanged.get(nonce);
    if (earlier == null) {
      proven(call, at, nonce);
      exchanged.put(nonce, token);
    } else { // repeated after a lost answer: it forgets no misses again
      unless(earlier.equals(token), "3: a passcode was exchanged twice");
    }
    call.exchanged = true;
  }

  /** Whether a call was let through to a passcode, and typed it. */
  boolean knows(Flight call, @Nullable Nonce nonce) {
    return call.looked
        && nonce != null
        && nonce.equals(call.charged)
        && call.typed.equals(digitsOf(nonce));
  }

  boolean isExpired(@Nullable Nonce nonce, Instant at) {
    var known = nonce == null ? null : made.get(nonce);
    return known == null || !at.isBefore(known.by().passcode().expiresAt());
  }
}
