package dev.rekey.address;

import dev.rekey.keys.Keys;

/**
 * Names addresses: HMAC under the address key, which never rotates, over channel and normal form.
 * Thread-safe.
 */
public final class AddressHashes {
  private final Keys keys;

  public AddressHashes(Keys keys) {
    this.keys = keys;
  }

  /**
   * The name of an address.
   *
   * @throws dev.rekey.keys.KeysUnavailable when the keys cannot be read
   */
  public AddressHash of(Address address) {
    return AddressHash.of(
        keys.current().addressKey().mac("address", address.channel().name(), address.normal()));
  }
}
