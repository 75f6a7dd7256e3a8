package dev.rekey.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each expression as it goes over the wire, so that no change of one goes unseen. */
class ExpressionsTest {

  @Test
  void sends() {
    assertThat(Sends.AGAIN)
        .isEqualTo(
            "SET nonce = :nonce, codeKey = :codeKey, requestId = :requestId, asker ="
                + " :asker, askedAt = :now, expiresAt = :expiresAt, #total = :zero, tries ="
                + " :none, address = :address, channel = :channel, lang = :lang, outbox ="
                + " :outbox, sends = sends + :one REMOVE operation");
    assertThat(Sends.AGAIN_BY_SOURCE)
        .isEqualTo(
            "SET nonce = :nonce, codeKey = :codeKey, requestId = :requestId, asker ="
                + " :asker, askedAt = :now, expiresAt = :expiresAt, #total = :zero, tries ="
                + " :none, address = :address, channel = :channel, lang = :lang, outbox ="
                + " :outbox, sends = sends + :one, sendsBy.#source ="
                + " if_not_exists(sendsBy.#source, :zero) + :one REMOVE operation");
    assertThat(Sends.FIRST)
        .isEqualTo(
            "SET nonce = :nonce, codeKey = :codeKey, requestId = :requestId, asker ="
                + " :asker, askedAt = :now, expiresAt = :expiresAt, #total = :zero, tries ="
                + " :none, address = :address, channel = :channel, lang = :lang, outbox ="
                + " :outbox, sendDay = :day, sends = :one, sendsBy = :sendsBy, misses ="
                + " if_not_exists(misses, :zero), missesBy = if_not_exists(missesBy, :none),"
                + " #ttl = if_not_exists(keptUntil, :ttl) REMOVE operation");
    assertThat(Sends.FIRST_AFTER_MEMORY)
        .isEqualTo(
            "SET nonce = :nonce, codeKey = :codeKey, requestId = :requestId, asker ="
                + " :asker, askedAt = :now, expiresAt = :expiresAt, #total = :zero, tries ="
                + " :none, address = :address, channel = :channel, lang = :lang, outbox ="
                + " :outbox, sendDay = :day, sends = :one, sendsBy = :sendsBy, misses ="
                + " if_not_exists(misses, :zero), missesBy = if_not_exists(missesBy, :none),"
                + " #ttl = :ttl, keptUntil = :ttl REMOVE operation");
    assertThat(Sends.IF_AGAIN)
        .isEqualTo(
            "sendDay = :day AND askedAt <= :resendBefore AND sends < :sendsPerDay AND"
                + " attribute_not_exists(shut)");
    assertThat(Sends.IF_AGAIN_BY_SOURCE)
        .isEqualTo(
            "sendDay = :day AND askedAt <= :resendBefore AND sends < :sendsPerDay AND"
                + " attribute_not_exists(shut) AND (attribute_not_exists(sendsBy.#source) OR"
                + " sendsBy.#source < :sendsPerSource)");
    assertThat(Sends.IF_FIRST)
        .isEqualTo(
            "attribute_not_exists(pk) OR (sendDay < :day AND askedAt <= :resendBefore AND"
                + " attribute_not_exists(shut))");
  }

  @Test
  void opens() {
    assertThat(Charges.OPEN)
        .isEqualTo(
            "SET misses = :zero, missesBy = :none, operation = :operation,"
                + " #ttl = :ttl REMOVE shut, keptUntil, outbox");
    assertThat(Charges.IF_SHUT).isEqualTo("attribute_exists(shut)");
  }

  @Test
  void erases() {
    assertThat(Erasures.IF_NOTHING_COUNTS)
        .isEqualTo(
            "attribute_not_exists(shut) AND (attribute_not_exists(misses) OR misses = :zero)");
    assertThat(Erasures.STRIP)
        .isEqualTo(
            "REMOVE address, channel, lang, nonce, codeKey, requestId, asker, expiresAt, tries,"
                + " #total, tokenDigest, tokenAccount, tokenIssuedAt, tokenExpiresAt,"
                + " tokenRefusals, outbox, operation, noticeAccount, noticeId, resetAt");
    assertThat(Erasures.IF_THERE).isEqualTo("attribute_exists(pk)");
  }

  @Test
  void charges() {
    assertThat(Charges.CHARGE)
        .isEqualTo(
            "SET #total = #total + :one, misses = misses + :one, operation = :operation,"
                + " #ttl = :ttl, keptUntil = :ttl REMOVE outbox, requestId");
    assertThat(Charges.CHARGE_SOURCE)
        .isEqualTo(
            "SET #total = #total + :one, misses = misses + :one, operation = :operation, #ttl ="
                + " :ttl, keptUntil = :ttl, tries.#source = if_not_exists(tries.#source, :zero) +"
                + " :one, missesBy.#window = if_not_exists(missesBy.#window,"
                + " if_not_exists(missesBy.#before, :zero)) + :one REMOVE outbox, requestId");
    assertThat(Charges.IF_CHARGEABLE)
        .isEqualTo(
            "attribute_exists(nonce) AND attribute_not_exists(shut) AND"
                + " (attribute_not_exists(operation) OR operation <> :operation) AND (#total <"
                + " :triesByStrangers OR (asker = :asker AND #total < :triesInAll)) AND misses <"
                + " :missesInAll");
    assertThat(Charges.IF_SOURCE_CHARGEABLE)
        .isEqualTo(
            "attribute_exists(nonce) AND attribute_not_exists(shut) AND"
                + " (attribute_not_exists(operation) OR operation <> :operation) AND (#total <"
                + " :triesByStrangers OR (asker = :asker AND #total < :triesInAll)) AND misses <"
                + " :missesInAll AND (attribute_not_exists(tries.#source) OR tries.#source <"
                + " :triesPerSource) AND (attribute_not_exists(missesBy.#window) OR"
                + " missesBy.#window < :missesPerSource) AND"
                + " (attribute_not_exists(missesBy.#before) OR missesBy.#before <"
                + " :missesPerSource) AND attribute_not_exists(missesBy.#after)");
    assertThat(Charges.FORGIVE)
        .isEqualTo(
            "SET misses = :zero, missesBy = :none, #ttl = :ttl REMOVE" + " keptUntil, outbox");
    assertThat(Charges.IF_PROVEN).isEqualTo("nonce = :nonce AND expiresAt > :now");
    assertThat(Charges.SHUT)
        .isEqualTo(
            "SET shut = :now, outbox = :shut REMOVE #ttl, nonce, codeKey, expiresAt,"
                + " requestId, asker, tries, #total");
    assertThat(Charges.IF_EXHAUSTED)
        .isEqualTo(
            "misses >= :missesInAll AND attribute_not_exists(shut) AND attribute_exists(address)");
  }

  @Test
  void tokens() {
    assertThat(Tokens.EXCHANGE)
        .isEqualTo(
            "SET tokenDigest = :digest, tokenAccount = :account, tokenIssuedAt = :issuedAt,"
                + " tokenExpiresAt = :expiresAt, tokenRefusals = :zero, misses = :zero, missesBy ="
                + " :none, #ttl = :ttl REMOVE keptUntil, nonce, codeKey,"
                + " expiresAt, requestId, asker, tries, #total, outbox, noticeAccount, noticeId,"
                + " resetAt");
    assertThat(Tokens.IF_EXCHANGEABLE)
        .isEqualTo("nonce = :nonce AND expiresAt > :issuedAt AND attribute_not_exists(shut)");
    assertThat(Tokens.REFUSE)
        .isEqualTo(
            "SET tokenRefusals = tokenRefusals + :one, operation = :operation REMOVE outbox");
    assertThat(Tokens.IF_REFUSABLE)
        .isEqualTo(
            "tokenDigest = :digest AND tokenExpiresAt > :now AND tokenRefusals < :refusals"
                + " AND (attribute_not_exists(operation) OR operation <> :operation)");
  }

  @Test
  void finish() {
    assertThat(Finish.SPEND)
        .isEqualTo(
            "SET outbox = :notice, noticeAccount = :account, noticeId = :noticeId, resetAt"
                + " = :now REMOVE tokenDigest, tokenAccount, tokenIssuedAt, tokenExpiresAt,"
                + " tokenRefusals, nonce, codeKey, expiresAt, requestId, asker, tries, #total");
    assertThat(Finish.IF_LIVE)
        .isEqualTo("tokenDigest = :digest AND tokenAccount = :account AND tokenExpiresAt > :now");
    assertThat(Finish.SET_PASSWORD)
        .isEqualTo(
            "SET passwordHash = :hash, pepperId = :pepper, passwordChangedAt = :now, epoch"
                + " = if_not_exists(epoch, :zero) + :one REMOVE compromisedAt");
    assertThat(Finish.IF_ACTIVE)
        .isEqualTo(
            "#status = :active AND (attribute_not_exists(passwordChangedAt) OR"
                + " passwordChangedAt < :issuedAt) AND (attribute_not_exists(compromisedAt) OR"
                + " compromisedAt < :issuedAt)");
    assertThat(Finish.IF_CONFIRMED)
        .isEqualTo("account = :account AND verified = :true AND #status = :active");
  }

  @Test
  void compromises() {
    assertThat(Compromises.TAKE_PASSWORD)
        .isEqualTo(
            "SET compromisedAt = :now, epoch = if_not_exists(epoch, :zero) + :one"
                + " REMOVE passwordHash, pepperId");
    assertThat(Compromises.IF_THERE).isEqualTo("attribute_exists(pk)");
    assertThat(Compromises.IF_STILL_ITS).isEqualTo("account = :account");
  }

  @Test
  void suppressions() {
    assertThat(Suppressions.SUPPRESS)
        .isEqualTo(
            "SET suppressedAt = if_not_exists(suppressedAt, :at), suppressedFor ="
                + " if_not_exists(suppressedFor, :cause)");
    assertThat(Suppressions.IF_NOT_LIFTED_SINCE)
        .isEqualTo("address = :address AND (attribute_not_exists(liftedAt) OR liftedAt < :at)");
    assertThat(Suppressions.LIFT)
        .isEqualTo("SET liftedAt = :now REMOVE suppressedAt, suppressedFor");
    assertThat(Suppressions.IF_SUPPRESSED)
        .isEqualTo("address = :address AND attribute_exists(suppressedAt)");
  }

  @Test
  void counter() {
    assertThat(DynamoCounter.TAKE)
        .isEqualTo("SET taken = if_not_exists(taken, :zero) + :amount, #ttl = :ttl");
    assertThat(DynamoCounter.IF_LEFT).isEqualTo("attribute_not_exists(taken) OR taken <= :most");
    assertThat(DynamoCaps.LOWER).isEqualTo("SET taken = taken - :amount");
    assertThat(DynamoCaps.IF_TAKEN).isEqualTo("taken >= :amount");
    assertThat(DynamoCaps.IF_COUNTED).isEqualTo("attribute_exists(taken)");
  }
}
