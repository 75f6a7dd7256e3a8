package dev.rekey.address;

/** An e-mail address or a phone number, well formed and in its normal form. Immutable. */
public sealed interface Address permits EmailAddress, PhoneNumber {

  /** The way on which messages to this address travel. */
  Channel channel();

  /** The normal form: the key of every look-up and the destination of every message (R6). */
  String normal();
}
