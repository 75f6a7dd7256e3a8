package dev.rekey.message;

import dev.rekey.address.EmailAddress;

/** Hands mails to a provider. Safe for use by many threads. */
public interface MailSender {

  /**
   * Sends one mail once. Faults of the provider and of the network are outcomes, never exceptions;
   * it returns within the time-outs of the client behind it.
   */
  SendOutcome send(EmailAddress to, Mail mail);
}
