package dev.rekey.account;

import dev.rekey.message.Language;
import java.util.Optional;

/**
 * An active account, found by an address that its owner has confirmed.
 *
 * @param id of the account
 * @param language its owner's, if known
 * @param suppressed whether that address gets no mail any more; who answers a client must not look
 *     at it (invariant 6)
 */
public record ConfirmedAccount(AccountId id, Optional<Language> language, boolean suppressed) {}
