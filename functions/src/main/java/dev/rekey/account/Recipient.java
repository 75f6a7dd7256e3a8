package dev.rekey.account;

import dev.rekey.address.Address;
import dev.rekey.message.Language;
import java.util.Optional;

/** Somebody who is told something, at a confirmed address. */
public record Recipient(Address address, Optional<Language> language) {}
