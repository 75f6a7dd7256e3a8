package dev.rekey.keys;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All keys of one kind: making uses the newest one that is ready, reading accepts every listed one.
 * Immutable.
 *
 * @param kind what the keys are for, in words for people; it stands in error messages
 * @param keys at least one, each id once; kept newest first
 */
public record KeySet<K>(String kind, List<Keyed<K>> keys) {

  /** Sorts, copies and checks that there is at least one key and no id twice. */
  public KeySet {
    keys = keys.stream().sorted(comparing(Keyed<K>::notBefore).reversed()).toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(kind + " must hold at least one key");
    }
    if (keys.stream().map(Keyed::id).distinct().count() < keys.size()) {
      throw new IllegalArgumentException(kind + " must hold each id once");
    }
  }

  /**
   * The key to make new things with: the newest whose {@code notBefore} has come.
   *
   * @throws IllegalStateException when none is ready yet
   */
  public Keyed<K> newest(Instant now) {
    return keys.stream()
        .filter(key -> !key.notBefore().isAfter(now))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no key of " + kind + " is ready at " + now));
  }

  /** The key that made something, whether it is ready for making or not. */
  public Optional<K> byId(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst().map(Keyed::key);
  }

  @Override
  public String toString() {
    return keys.stream().map(Keyed::id).collect(Collectors.joining(",", kind + "[", "]"));
  }
}
