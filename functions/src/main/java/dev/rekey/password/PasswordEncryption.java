package dev.rekey.password;

/** How a password comes over the wire (contract section 4). */
public enum PasswordEncryption {
  NONE,
  RSA,
  SM2
}
