package dev.rekey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A keyring that protects nothing: its keys are published beside this class, two of most kinds. */
public final class ThrowAwayKeys {
  /** A moment at which all of its keys are ready. */
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private ThrowAwayKeys() {}

  public static String json() {
    try (var stream = ThrowAwayKeys.class.getResourceAsStream("throw-away-keyring.json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Keyring keyring() {
    return KeyringJson.read(json());
  }

  public static Keys keys() {
    var keyring = keyring();
    return new Keys(() -> keyring, InstantSource.fixed(NOW), Duration.ofMinutes(5));
  }
}
