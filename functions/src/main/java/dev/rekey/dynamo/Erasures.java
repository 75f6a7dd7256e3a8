package dev.rekey.dynamo;

import dev.rekey.address.AddressHash;
import dev.rekey.dynamo.Table.WriteOutcome.Refused;
import dev.rekey.dynamo.Table.WriteOutcome.Written;
import dev.rekey.passcode.Erasure;

/**
 * The writes that erase an address. The usual one deletes its item; where that would give back
 * guesses it is refused, and the second one leaves nothing but the counts. Both hold for whatever
 * another call does between them: misses that are forgiven meanwhile cost no more than an item of
 * counts that lives two days.
 */
final class Erasures {
  static final String IF_NOTHING_COUNTS =
      "attribute_not_exists(shut) AND (attribute_not_exists(misses) OR misses = :zero)";

  /** All but the misses, {@code shut}, the last send and those of its day, and the two terms. */
  static final String STRIP =
      "REMOVE address, channel, lang, nonce, codeKey, requestId, asker, expiresAt, tries, #total,"
          + " tokenDigest, tokenAccount, tokenIssuedAt, tokenExpiresAt, tokenRefusals, outbox,"
          + " operation, noticeAccount, noticeId, resetAt";

  static final String IF_THERE = "attribute_exists(pk)";

  private final Table table;

  Erasures(Table table) {
    this.table = table;
  }

  Erasure erase(AddressHash address) {
    String pk = ResetItem.pk(address);
    if (table.delete(pk, Write.of("", IF_NOTHING_COUNTS).with(":zero", 0))) {
      return Erasure.WHOLE;
    }
    return switch (table.write(pk, Write.of(STRIP, IF_THERE))) {
      case Written _ -> Erasure.COUNTS_KEPT;
      case Refused _ -> Erasure.WHOLE; // swept meanwhile
    };
  }
}
