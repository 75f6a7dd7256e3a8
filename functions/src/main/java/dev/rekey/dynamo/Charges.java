package dev.rekey.dynamo;

import dev.rekey.address.AddressHash;
import dev.rekey.dynamo.Table.WriteOutcome.Refused;
import dev.rekey.dynamo.Table.WriteOutcome.Written;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The writes that count attempts and misses. One update takes an attempt: the counts that it checks
 * and the counts that it raises are one atomic step, so no interleaving compares more often than
 * the budgets allow.
 */
final class Charges {
  private static final String COUNT =
      "SET #total = #total + :one, misses = misses + :one, operation = :operation,"
          + " #ttl = :ttl, keptUntil = :ttl";
  private static final String DONE = " REMOVE outbox, requestId"; // that was for the outbox alone

  static final String CHARGE = COUNT + DONE;
  static final String CHARGE_SOURCE =
      COUNT
          + ", tries.#source = if_not_exists(tries.#source, :zero) + :one,"
          + " missesBy.#window ="
          + " if_not_exists(missesBy.#window, if_not_exists(missesBy.#before, :zero)) + :one"
          + DONE;

  static final String IF_CHARGEABLE =
      "attribute_exists(nonce) AND attribute_not_exists(shut)"
          + " AND (attribute_not_exists(operation) OR operation <> :operation)"
          + " AND (#total < :triesByStrangers OR (asker = :asker AND #total < :triesInAll))"
          + " AND misses < :missesInAll";

  /**
   * A window begins with the misses of the one before. So it is shut to calls that read their clock
   * earlier: what they count there would be missing here.
   */
  static final String IF_SOURCE_CHARGEABLE =
      IF_CHARGEABLE
          + " AND (attribute_not_exists(tries.#source) OR tries.#source < :triesPerSource)"
          + " AND (attribute_not_exists(missesBy.#window) OR missesBy.#window < :missesPerSource)"
          + " AND (attribute_not_exists(missesBy.#before) OR missesBy.#before < :missesPerSource)"
          + " AND attribute_not_exists(missesBy.#after)";

  static final String FORGIVE =
      "SET misses = :zero, missesBy = :none, #ttl = :ttl" + " REMOVE keptUntil, outbox";
  static final String IF_PROVEN = "nonce = :nonce AND expiresAt > :now";

  static final String SHUT =
      "SET shut = :now, outbox = :shut"
          + " REMOVE #ttl, nonce, codeKey, expiresAt, requestId, asker, tries, #total";

  /** Not one that was erased: its owner could not be told, and the next send makes it whole. */
  static final String IF_EXHAUSTED =
      "misses >= :missesInAll AND attribute_not_exists(shut) AND attribute_exists(address)";

  static final String OPEN =
      "SET misses = :zero, missesBy = :none, operation = :operation, #ttl = :ttl"
          + " REMOVE shut, keptUntil, outbox";
  static final String IF_SHUT = "attribute_exists(shut)";

  private final Table table;
  private final Limits limits;

  Charges(Table table, Limits limits) {
    this.table = table;
    this.limits = limits;
  }

  ChargeOutcome charge(
      AddressHash address, Optional<Source> source, String operation, Instant now) {
    String pk = ResetItem.pk(address);
    var write =
        source
            .map(known -> bySource(known.itemKey(), now))
            .orElseGet(() -> Write.of(CHARGE, IF_CHARGEABLE))
            .with(":operation", operation)
            .with(":asker", source.map(Source::itemKey).orElse(ResetItem.NO_SOURCE))
            .with(":ttl", now.plus(Limits.GUESSED_AT_MEMORY).getEpochSecond())
            .with(":triesByStrangers", limits.triesByStrangers())
            .with(":triesInAll", limits.triesInAll())
            .with(":missesInAll", Limits.MISSES_IN_ALL)
            .with(":one", 1);
    return switch (table.write(pk, write)) {
      case Written(var item) -> charged(new ResetItem(item));
      case Refused(var item) -> refused(new ResetItem(item), operation);
    };
  }

  boolean forgive(AddressHash address, Nonce proven, Instant now) {
    var write =
        Write.of(FORGIVE, IF_PROVEN)
            .with(":nonce", proven.text())
            .with(":now", now)
            .with(":ttl", now.plus(Limits.QUIET_MEMORY).getEpochSecond())
            .with(":none", Values.of(Map.of()))
            .with(":zero", 0);
    return table.write(ResetItem.pk(address), write) instanceof Written;
  }

  boolean shut(AddressHash address, Instant now) {
    var write =
        Write.of(SHUT, IF_EXHAUSTED)
            .with(":now", now)
            .with(":shut", Outbox.SHUT.word())
            .with(":missesInAll", Limits.MISSES_IN_ALL);
    return switch (table.write(ResetItem.pk(address), write)) {
      case Written _ -> true;
      case Refused(var item) -> new ResetItem(item).shutAt(now);
    };
  }

  boolean open(AddressHash address, String operation, Instant now) {
    var write =
        Write.of(OPEN, IF_SHUT)
            .with(":operation", operation)
            .with(":ttl", now.plus(Limits.QUIET_MEMORY).getEpochSecond())
            .with(":none", Values.of(Map.of()))
            .with(":zero", 0);
    return switch (table.write(ResetItem.pk(address), write)) {
      case Written _ -> true;
      case Refused(var item) -> new ResetItem(item).holdsOperation(operation);
    };
  }

  private static ChargeOutcome refused(ResetItem item, String operation) {
    if (item.holdsOperation(operation)) { // the answer to the first try was lost
      return charged(item);
    }
    boolean exhausted = item.misses() >= Limits.MISSES_IN_ALL && !item.shut();
    return exhausted ? new ChargeOutcome.Exhausted() : new ChargeOutcome.Refused();
  }

  private static ChargeOutcome charged(ResetItem item) {
    // Without a passcode only if it was exchanged between a lost answer and its repetition.
    return item.passcode()
        .<ChargeOutcome>map(
            passcode -> new ChargeOutcome.Charged(passcode, Math.toIntExact(item.misses())))
        .orElseGet(ChargeOutcome.Refused::new);
  }

  private Write bySource(String itemKey, Instant now) {
    long window = ResetItem.missWindow(now);
    return Write.of(CHARGE_SOURCE, IF_SOURCE_CHARGEABLE)
        .named("#source", itemKey)
        .named("#before", ResetItem.missesBy(itemKey, window - 1))
        .named("#window", ResetItem.missesBy(itemKey, window))
        .named("#after", ResetItem.missesBy(itemKey, window + 1))
        .with(":triesPerSource", limits.triesPerSource())
        .with(":missesPerSource", Limits.MISSES_PER_SOURCE)
        .with(":zero", 0);
  }
}
