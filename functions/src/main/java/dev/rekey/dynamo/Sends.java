package dev.rekey.dynamo;

import dev.rekey.dynamo.Table.WriteOutcome.Refused;
import dev.rekey.dynamo.Table.WriteOutcome.Written;
import dev.rekey.keys.AddressSeal;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Cause;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.RequestOutcome.Silenced;
import dev.rekey.passcode.RequestOutcome.TooSoon;
import dev.rekey.passcode.Source;
import java.util.Map;

/**
 * The write that asks for a passcode. It has two forms, because one expression cannot both count in
 * a map and make that map: a further send of the day, and the first one. The second form is tried
 * once: whatever another call did between the two, its outcome is the answer, so that a lost race
 * costs no write more.
 */
final class Sends {
  private static final String PASSCODE =
      "SET nonce = :nonce, codeKey = :codeKey, requestId = :requestId, asker = :asker,"
          + " askedAt = :now, expiresAt = :expiresAt, #total = :zero, tries = :none,"
          + " address = :address, channel = :channel, lang = :lang, outbox = :outbox";

  /**
   * With the last operation goes the proof that an attempt at the earlier passcode was charged: a
   * charge that is repeated after this send must be charged again, because it compares with the new
   * passcode (invariant 1).
   */
  private static final String DONE = " REMOVE operation";

  private static final String COUNTED = PASSCODE + ", sends = sends + :one";
  static final String AGAIN = COUNTED + DONE;
  static final String AGAIN_BY_SOURCE =
      COUNTED + ", sendsBy.#source = if_not_exists(sendsBy.#source, :zero) + :one" + DONE;
  private static final String OPENED =
      PASSCODE
          + ", sendDay = :day, sends = :one, sendsBy = :sendsBy,"
          + " misses = if_not_exists(misses, :zero), missesBy = if_not_exists(missesBy, :none)";

  /** Where misses are kept, {@code ttl} stays where the last attempt put it. */
  static final String FIRST = OPENED + ", #ttl = if_not_exists(keptUntil, :ttl)" + DONE;

  /**
   * The same where the memory of the misses ends before this send may be forgotten, and the sweep
   * has not come yet. It cannot fall short of what an attempt writes meanwhile.
   */
  static final String FIRST_AFTER_MEMORY = OPENED + ", #ttl = :ttl, keptUntil = :ttl" + DONE;

  static final String IF_AGAIN =
      "sendDay = :day AND askedAt <= :resendBefore AND sends < :sendsPerDay"
          + " AND attribute_not_exists(shut)";
  static final String IF_AGAIN_BY_SOURCE =
      IF_AGAIN
          + " AND (attribute_not_exists(sendsBy.#source) OR sendsBy.#source < :sendsPerSource)";
  static final String IF_FIRST =
      "attribute_not_exists(pk)"
          + " OR (sendDay < :day AND askedAt <= :resendBefore AND attribute_not_exists(shut))";

  private final Table table;
  private final AddressSeal seal;
  private final Limits limits;

  Sends(Table table, AddressSeal seal, Limits limits) {
    this.table = table;
    this.seal = seal;
    this.limits = limits;
  }

  RequestOutcome request(PasscodeRequest request) {
    String pk = ResetItem.pk(request.hash());
    String sealed = seal.seal(request.address().normal(), pk);
    var outcome = table.write(pk, common(again(request), request, sealed));
    if (outcome instanceof Refused(var was) && opensDay(new ResetItem(was), request)) {
      outcome = table.write(pk, common(first(new ResetItem(was), request), request, sealed));
    }
    return switch (outcome) {
      case Written _ -> new Requested();
      case Refused(var item) -> refusal(new ResetItem(item), request);
    };
  }

  private boolean opensDay(ResetItem item, PasscodeRequest request) {
    return !item.exists()
        || (!item.sendsOf(ResetItem.day(request.askedAt()))
            && !item.shut()
            && !item.askedAfter(request.askedAt().minus(limits.resendAfter())));
  }

  private RequestOutcome refusal(ResetItem item, PasscodeRequest request) {
    if (item.holdsNonce(request.passcode().nonce())) {
      return new Requested(); // the answer to the first try was lost, its effect was not
    }
    // Before shut: within the minute after a send, a shut address is answered like any other.
    if (item.askedAfter(request.askedAt().minus(limits.resendAfter()))) {
      return new TooSoon();
    }
    if (item.shut()) {
      return new Silenced(Cause.SHUT);
    }
    boolean dayIsFull =
        Values.number(item.attributes(), "sends").orElse(0L) >= limits.sendsPerDay();
    return new Silenced(dayIsFull ? Cause.SENDS_OF_THE_DAY : Cause.SENDS_OF_THE_SOURCE);
  }

  private Write again(PasscodeRequest request) {
    var write =
        request.source().isPresent()
            ? Write.of(AGAIN_BY_SOURCE, IF_AGAIN_BY_SOURCE)
                .with(":sendsPerSource", limits.sendsPerSource())
            : Write.of(AGAIN, IF_AGAIN);
    return write.with(":sendsPerDay", limits.sendsPerDay());
  }

  private Write first(ResetItem was, PasscodeRequest request) {
    var sendsBy = request.source().map(by -> Map.of(by.itemKey(), Values.of(1))).orElseGet(Map::of);
    var until = request.askedAt().plus(Limits.QUIET_MEMORY);
    var write =
        was.keptLessThan(until)
            ? Write.of(FIRST_AFTER_MEMORY, IF_FIRST)
                .with(":ttl", request.askedAt().plus(Limits.GUESSED_AT_MEMORY).getEpochSecond())
            : Write.of(FIRST, IF_FIRST).with(":ttl", until.getEpochSecond());
    return write.with(":sendsBy", Values.of(sendsBy));
  }

  private Write common(Write write, PasscodeRequest request, String sealed) {
    var channel = request.address().channel();
    return write
        .named("#source", request.source().map(Source::itemKey).orElse(ResetItem.NO_SOURCE))
        .with(":nonce", request.passcode().nonce().text())
        .with(":codeKey", request.passcode().codeKeyId())
        .with(":expiresAt", request.passcode().expiresAt())
        .with(":requestId", request.requestId())
        .with(":asker", request.source().map(Source::itemKey).orElse(ResetItem.NO_SOURCE))
        .with(":now", request.askedAt())
        .with(":resendBefore", request.askedAt().minus(limits.resendAfter()))
        .with(":day", ResetItem.day(request.askedAt()))
        .with(":address", sealed)
        .with(":channel", channel.name())
        .with(":lang", request.language().name())
        .with(":outbox", Outbox.of(channel).word())
        .with(":none", Values.of(Map.of()))
        .with(":zero", 0)
        .with(":one", 1);
  }
}
