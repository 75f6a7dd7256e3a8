package dev.rekey.http;

import dev.rekey.keys.Keys;
import dev.rekey.passcode.Source;
import dev.rekey.settings.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells where a call comes from: the client address of the gateway's request context, or, from a
 * trusted backend alone, its {@code x-real-ip} (contract section 9). {@code x-forwarded-for} is
 * anybody's word and never read (R9).
 */
final class Sources {
  private static final int RATE_PREFIX = 64;
  private static final int ITEM_PREFIX = 48;
  private static final int RATE_HASH_BYTES = 6;

  /** Short, because an item holds fifty of them; few meet in one, and none can choose its hash. */
  private static final int ITEM_HASH_BYTES = 4;

  private final List<AddressRange> trusted;
  private final Keys keys;

  Sources(List<AddressRange> trusted, Keys keys) {
    this.trusted = List.copyOf(trusted);
    this.keys = keys;
  }

  /** The source; empty where a trusted backend does not name it. */
  Optional<Source> of(ProxyEvent event) {
    var client = event.client().flatMap(Sources::literal);
    if (client.isPresent() && trusted.stream().anyMatch(range -> range.contains(client.get()))) {
      // One that is no address is a mistake of the backend: its callers share a source, none goes
      // uncounted.
      return event.header("x-real-ip").map(text -> source(literal(text)));
    }
    // A gateway that gives no address, or none that is one, makes all its callers one source rather
    // than none.
    return Optional.of(source(client));
  }

  private Source source(Optional<InetAddress> address) {
    return address.map(this::source).orElseGet(() -> source(new byte[0]));
  }

  private Source source(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? new Source(
            hash(Arrays.copyOf(bytes, RATE_PREFIX / 8), RATE_HASH_BYTES),
            hash(Arrays.copyOf(bytes, ITEM_PREFIX / 8), ITEM_HASH_BYTES))
        : source(bytes);
  }

  private Source source(byte[] bytes) {
    return new Source(hash(bytes, RATE_HASH_BYTES), hash(bytes, ITEM_HASH_BYTES));
  }

  private String hash(byte[] bytes, int length) {
    byte[] hash = keys.current().addressKey().mac("source", HexFormat.of().formatHex(bytes));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, length));
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
