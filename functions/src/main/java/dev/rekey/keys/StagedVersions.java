package dev.rekey.keys;

import java.util.Optional;

/**
 * Which version of the secret bears which label.
 *
 * @param rotates whether Secrets Manager is told to rotate it
 * @param current the id of the version that readers read
 * @param pending the id of the version that a rotation is making, with or without a value yet
 * @param previous the id of the version that was current before
 */
public record StagedVersions(
    boolean rotates,
    Optional<String> current,
    Optional<String> pending,
    Optional<String> previous) {}
