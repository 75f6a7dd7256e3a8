package dev.rekey.address;

/** The two ways on which a passcode travels. */
public enum Channel {
  EMAIL,
  SMS
}
