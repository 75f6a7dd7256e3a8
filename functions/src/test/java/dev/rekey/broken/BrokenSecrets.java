package dev.rekey.broken;

import dev.rekey.account.ResetToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.keys.KeyBytes;
import dev.rekey.passcode.Passcode;
import dev.rekey.password.StoredHash;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/** What is careless with secrets: each method does one thing that the rule of its class forbids. */
@SuppressWarnings("all")
public final class BrokenSecrets {
  private BrokenSecrets() {}

  /** Compares secrets as texts. */
  public interface ComparedSecrets {
    static boolean passcodes(Passcode one, Passcode other) {
      return one.equals(other);
    }

    static int hash(ResetToken token) {
      return token.hashCode();
    }

    static Function<Object, Boolean> referred(KeyBytes key) {
      return key::equals;
    }
  }

  /** What a class that holds a secret may not do with its texts. */
  public interface ComparedInside {
    static boolean equal(String one, String other) {
      return one.equals(other);
    }

    static boolean content(String one, StringBuilder other) {
      return one.contentEquals(other);
    }

    static int order(String one, String other) {
      return one.compareTo(other);
    }

    static boolean start(String one, String other) {
      return one.startsWith(other);
    }

    static boolean objects(Object one, Object other) {
      return Objects.equals(one, other);
    }

    static boolean arrays(byte[] one, byte[] other) {
      return Arrays.equals(one, other);
    }
  }

  /** Takes the text of a secret, as who would compare it. */
  public interface SpelledSecrets {
    static boolean passcode(Passcode one, String other) {
      return one.digits().equals(other);
    }

    static Function<Passcode, String> referred() {
      return Passcode::digits;
    }

    static String token(ResetToken token) {
      return token.text();
    }

    static String digest(TokenDigest digest) {
      return digest.text();
    }

    static String hash(StoredHash hash) {
      return hash.phc();
    }
  }

  /** Algorithms that are not on the list. */
  public interface Algorithms {
    static Object digest() throws Exception {
      return MessageDigest.getInstance("MD5");
    }

    static Object sha1() throws Exception {
      return MessageDigest.getInstance("SHA-1");
    }

    static Object blocks() throws Exception {
      return Cipher.getInstance("AES/ECB/PKCS5Padding");
    }

    static Object padding() throws Exception {
      return Cipher.getInstance("RSA/ECB/PKCS1Padding");
    }

    static Object shortened() throws Exception {
      return Mac.getInstance("HmacSHA1");
    }

    static Object chosen(String name) throws Exception {
      return Mac.getInstance(name);
    }
  }

  /** Static things that change, each in a way of its own. */
  public static final class Statics {
    static String notFinal = "";
    static final List<String> GROWING = new java.util.ArrayList<>();
    static final java.util.Map<String, List<String>> DEEP =
        java.util.Map.of("passcodes", new java.util.ArrayList<>());
    static final List<String> VIEW = Collections.unmodifiableList(GROWING);
    static final byte[] ARRAY = {1};
    static final StringBuilder BUILDER = new StringBuilder();
    static final java.util.concurrent.atomic.AtomicLong COUNTER =
        new java.util.concurrent.atomic.AtomicLong();
    static final ThreadLocal<String> OF_THE_THREAD = new ThreadLocal<>();
    static final java.util.Optional<StringBuilder> INSIDE =
        java.util.Optional.of(new StringBuilder());

    private Statics() {}
  }
}
