package dev.rekey.local.conformance;

/**
 * A message that arrived.
 *
 * @param text all that a reader sees of it, the subject included
 */
public record Message(Channel channel, String to, String text) {}
