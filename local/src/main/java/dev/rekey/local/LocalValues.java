package dev.rekey.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What is known to every runner at its start. */
public final class LocalValues {
  public static final String APP_ID = "rekey-local-app";
  public static final String APP_SECRET = "rekey-local-secret";
  public static final String USER_POOL_ID = "rekey-local-pool";
  public static final String ADA = "ada";
  public static final String ADA_EMAIL = "ada@example.com";
  public static final String ADA_PHONE = "+447912345678";
  public static final String ADA_PASSWORD = "correct horse battery staple";

  private LocalValues() {}

  /** Parameters of the template that have no default or not the one that a laptop needs. */
  static Map<String, String> parameters() {
    return Map.of(
        "Apps",
        APP_ID + ":" + sha256(APP_SECRET),
        "UserPoolId",
        USER_POOL_ID,
        "MailFrom",
        "no-reply@rekey.example",
        "SmsCountries",
        "CN,GB,US");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
