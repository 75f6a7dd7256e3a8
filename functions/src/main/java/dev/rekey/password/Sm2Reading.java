package dev.rekey.password;

import dev.rekey.keys.Sm2Pair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;
import org.bouncycastle.util.BigIntegers;

/**
 * One way to read an SM2 ciphertext. Clients send several and do not say which (contract section
 * 4.3), so every reading is tried, and C3, a hash over the clear text and the shared point,
 * decides: no two readings can both be right.
 *
 * @param order whether C3 stands before C2 or behind it
 * @param bytes C1 uncompressed with its 04, then C2 and C3 in that order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared and never leaves this package
record Sm2Reading(Mode order, byte[] bytes) {
  private static final String PREFIX = "sm2:";
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
  private static final int COORDINATE = 32;
  private static final int C1 = 1 + 2 * COORDINATE;
  private static final int C3 = 32;
  private static final byte UNCOMPRESSED = 0x04;
  private static final int DER_PARTS = 4;

  /** All readings of a text: hex or Base64; with or without 04, or DER; C3 before or behind C2. */
  static List<Sm2Reading> all(String text) {
    var body = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    return Stream.concat(hex(body).stream(), PasswordDecryption.base64(body).stream())
        .flatMap(Sm2Reading::points)
        .filter(bytes -> bytes.length > C1 + C3)
        .flatMap(
            bytes -> Stream.of(Mode.C1C3C2, Mode.C1C2C3).map(order -> new Sm2Reading(order, bytes)))
        .toList();
  }

  private static Optional<byte[]> hex(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(HexFormat.of().parseHex(text))
        : Optional.empty();
  }

  /** A C1 without its 04 may itself begin with 04 or 30, so no first byte rules a reading out. */
  private static Stream<byte[]> points(byte[] bytes) {
    List<byte[]> points = new ArrayList<>();
    points.add(joined(new byte[] {UNCOMPRESSED}, bytes));
    if (bytes.length > 0 && bytes[0] == UNCOMPRESSED) {
      points.add(bytes);
    }
    der(bytes).ifPresent(points::add);
    return points.stream();
  }

  /** SEQUENCE of x, y, C3, C2 (GM/T 0009). */
  private static Optional<byte[]> der(byte[] bytes) {
    try {
      if (ASN1Primitive.fromByteArray(bytes) instanceof ASN1Sequence parts
          && parts.size() == DER_PARTS
          && parts.getObjectAt(0) instanceof ASN1Integer x
          && parts.getObjectAt(1) instanceof ASN1Integer y
          && parts.getObjectAt(2) instanceof ASN1OctetString third
          && parts.getObjectAt(3) instanceof ASN1OctetString fourth) {
        return Optional.of(
            joined(
                new byte[] {UNCOMPRESSED},
                BigIntegers.asUnsignedByteArray(COORDINATE, x.getPositiveValue()),
                BigIntegers.asUnsignedByteArray(COORDINATE, y.getPositiveValue()),
                third.getOctets(),
                fourth.getOctets()));
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static byte[] joined(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (var part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  /** The password in UTF-8, if C3 proves this reading under this key. */
  Optional<byte[]> decrypt(Sm2Pair pair) {
    return pair.decrypt(order, bytes).map(clear -> order == Mode.C1C2C3 ? unwrapped(clear) : clear);
  }

  /**
   * Clients that put C3 last encrypt the Base64 of the password; what is no canonical Base64 of a
   * text is meant as it is.
   */
  private static byte[] unwrapped(byte[] clear) {
    return PasswordDecryption.text(clear)
        .flatMap(text ->
            PasswordDecryption.base64(text)
                .filter(decoded -> Base64.getEncoder().encodeToString(decoded).equals(text))
                .filter(decoded -> PasswordDecryption.text(decoded).isPresent()))
        .orElse(clear);
  }

  @Override
  public String toString() {
    return "Sm2Reading[hidden]";
  }
}
