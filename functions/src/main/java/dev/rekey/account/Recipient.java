package dev.rekey.account;

import dev.rekey.address.Address;
import dev.rekey.message.Language;
import java.util.Optional;

/**
 * Somebody who is told something, at a confirmed address.
 *
 * @param suppressed whether that address gets no mail any more
 */
public record Recipient(Address address, Optional<Language> language, boolean suppressed) {}
