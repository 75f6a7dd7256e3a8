package dev.rekey.dynamo;

import dev.rekey.address.Channel;
import java.util.Locale;

/**
 * What a write asks to be told to somebody. The filters of the stream are on these words, and every
 * write that asks for nothing removes the attribute, so that each wish wakes a function exactly
 * once.
 */
enum Outbox {
  MAIL,
  SMS,
  NOTICE,
  SHUT;

  static Outbox of(Channel channel) {
    return switch (channel) {
      case EMAIL -> MAIL;
      case SMS -> SMS;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
