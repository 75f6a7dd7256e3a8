package dev.rekey.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An app that may call.
 *
 * @param id its public id
 * @param secretDigest lower-case hex of the SHA-256 of its secret; empty: no secret is ever right
 */
public record KnownApp(String id, Optional<String> secretDigest) {

  /** Whether this is the app's secret; compared in constant time (R17). */
  public boolean hasSecret(String secret) {
    byte[] given = sha256(secret);
    byte[] right = secretDigest.map(HexFormat.of()::parseHex).orElseGet(() -> new byte[0]);
    return MessageDigest.isEqual(given, right);
  }

  /** An id as clients send it in a header: of an app, or of the user pool. */
  static String id(String value) {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "must have ids of 1 to 64 letters, digits, points, hyphens and underscores");
    }
    return value;
  }

  static KnownApp parse(String value) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      return new KnownApp(id(value), Optional.empty());
    }
    String digest = value.substring(colon + 1);
    if (colon == 0 || !digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "must list appId or appId:digest, the digest being the SHA-256 of the app's secret in"
              + " lower-case hex");
    }
    return new KnownApp(id(value.substring(0, colon)), Optional.of(digest));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the digest: a weak secret could be guessed from it. */
  @Override
  public String toString() {
    return "KnownApp[" + id + "]";
  }
}
