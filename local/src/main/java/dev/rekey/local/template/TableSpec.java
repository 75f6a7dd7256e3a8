package dev.rekey.local.template;

import java.util.Optional;

/**
 * A table with a partition key alone.
 *
 * @param name the physical name
 * @param ttlAttribute where the expiry of items stands
 * @param streamView the view type of its stream
 */
public record TableSpec(
    String name,
    String keyName,
    String keyType,
    Optional<String> ttlAttribute,
    Optional<String> streamView) {}
