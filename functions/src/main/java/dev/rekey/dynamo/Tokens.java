package dev.rekey.dynamo;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.dynamo.Table.WriteOutcome.Refused;
import dev.rekey.dynamo.Table.WriteOutcome.Written;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The writes that make a reset token and count its refusals. Its end is in {@link Finish}. */
final class Tokens {
  static final String EXCHANGE =
      "SET tokenDigest = :digest, tokenAccount = :account, tokenIssuedAt = :issuedAt,"
          + " tokenExpiresAt = :expiresAt, tokenRefusals = :zero,"
          + " misses = :zero, missesBy = :none, #ttl = :ttl"
          + " REMOVE keptUntil, nonce, codeKey, expiresAt, requestId, asker, tries, #total, outbox,"
          + " noticeAccount, noticeId, resetAt";
  static final String IF_EXCHANGEABLE =
      "nonce = :nonce AND expiresAt > :issuedAt AND attribute_not_exists(shut)";

  static final String REFUSE =
      "SET tokenRefusals = tokenRefusals + :one, operation = :operation REMOVE outbox";
  static final String IF_REFUSABLE =
      "tokenDigest = :digest AND tokenExpiresAt > :now AND tokenRefusals < :refusals"
          + " AND (attribute_not_exists(operation) OR operation <> :operation)";

  private final Table table;

  Tokens(Table table) {
    this.table = table;
  }

  boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
    var write =
        Write.of(EXCHANGE, IF_EXCHANGEABLE)
            .with(":nonce", proven.text())
            .with(":digest", token.digest().text())
            .with(":account", token.account().text())
            .with(":issuedAt", token.issuedAt())
            .with(":expiresAt", token.expiresAt())
            .with(":ttl", token.issuedAt().plus(Limits.QUIET_MEMORY).getEpochSecond())
            .with(":none", Values.of(Map.of()))
            .with(":zero", 0);
    return switch (table.write(ResetItem.pk(address), write)) {
      case Written _ -> true;
      // Only this call knows the token: if the item holds its digest, the first answer was lost.
      case Refused(var item) -> new ResetItem(item).holdsToken(token.digest());
    };
  }

  Optional<IssuedToken> token(AddressHash address) {
    var item = new ResetItem(table.get(ResetItem.pk(address)));
    return item.refusals() < Limits.REFUSALS_PER_TOKEN ? item.token() : Optional.empty();
  }

  boolean countRefusal(AddressHash address, TokenDigest token, String operation, Instant now) {
    var write =
        Write.of(REFUSE, IF_REFUSABLE)
            .with(":digest", token.text())
            .with(":now", now)
            .with(":refusals", Limits.REFUSALS_PER_TOKEN)
            .with(":operation", operation)
            .with(":one", 1);
    return switch (table.write(ResetItem.pk(address), write)) {
      case Written _ -> true;
      case Refused(var item) -> new ResetItem(item).holdsOperation(operation);
    };
  }
}
