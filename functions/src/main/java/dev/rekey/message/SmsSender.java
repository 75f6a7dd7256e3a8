package dev.rekey.message;

import dev.rekey.address.PhoneNumber;

/** Hands short messages to a provider. Safe for use by many threads. */
public interface SmsSender {

  /**
   * Sends one text once. Faults of the provider and of the network are outcomes, never exceptions;
   * it returns within the time-outs of the client behind it.
   */
  SendOutcome send(PhoneNumber to, String text);
}
