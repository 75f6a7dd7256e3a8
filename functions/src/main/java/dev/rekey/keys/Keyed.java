package dev.rekey.keys;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A key with its name and the moment from which new things may be made with it. Before that moment
 * it is published already, so that every reader knows it when the first thing made under it arrives
 * (design.md, Keys).
 *
 * @param id 1 to 40 of letters, digits, hyphen and underscore: it is stored beside what the key
 *     made
 * @param notBefore from when on it is used for making
 * @param key the key, in a type that hides it
 */
public record Keyed<K>(String id, Instant notBefore, K key) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** Checks the id. */
  public Keyed {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id must be 1 to 40 letters, digits, hyphens or underscores");
    }
  }
}
