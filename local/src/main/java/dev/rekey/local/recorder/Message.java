package dev.rekey.local.recorder;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was handed to a provider.
 *
 * @param channel EMAIL or SMS
 * @param subject null for an SMS
 * @param html null where there is none
 */
public record Message(
    String id,
    String channel,
    String to,
    @Nullable String subject,
    String text,
    @Nullable String html,
    Instant sentAt) {
  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(sentAt, "sentAt");
  }
}
