package dev.rekey.keys;

/**
 * Every key of the service (design.md, Keys). Immutable; {@code toString} shows ids alone.
 *
 * @param addressKey makes the table keys of all items out of addresses, therefore it never rotates
 * @param peppers secret inputs of the password hash (R32), append only
 * @param codeKeys derive passcodes from their nonces (R13)
 * @param sealKeys encrypt addresses at rest, AES-256
 * @param rsaPairs decrypt passwords of type {@code rsa} (contract section 4.2)
 * @param sm2Pairs decrypt passwords of type {@code sm2} (contract section 4.3)
 */
public record Keyring(
    HmacKey addressKey,
    KeySet<KeyBytes> peppers,
    KeySet<HmacKey> codeKeys,
    KeySet<KeyBytes> sealKeys,
    KeySet<RsaPair> rsaPairs,
    KeySet<Sm2Pair> sm2Pairs) {}
