package dev.rekey.deliver;

import dev.rekey.address.Address;
import dev.rekey.address.Channel;
import dev.rekey.message.Language;
import dev.rekey.message.SendOutcome;
import dev.rekey.passcode.Passcode;
import java.time.Duration;
import java.time.Instant;

/** Writes and sends the messages of one channel. Thread-safe. */
interface Courier {

  /** The channel that it serves. */
  Channel channel();

  /** Sends a passcode, which is good for {@code life} from its request on. */
  SendOutcome passcode(Address to, Passcode passcode, Duration life, Language language);

  /** Tells the owner that the password was reset, and by which reference to speak of it. */
  SendOutcome resetNotice(Address to, Instant resetAt, String reference, Language language);

  /** A passcode that came to this address led to a reset. */
  default void used(Address by) {}

  /** Tells the owner that code recovery of the address was shut. */
  SendOutcome shutNotice(Address to, Language language);
}
