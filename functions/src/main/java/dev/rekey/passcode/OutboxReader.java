package dev.rekey.passcode;

/** Reads what a write of the store asked to be told. */
public interface OutboxReader {

  /**
   * Reads one entry.
   *
   * @param image the item after the write, in the store's own JSON
   * @throws RuntimeException where it holds no entry that can be read; the message holds no value
   *     of it
   * @throws dev.rekey.keys.KeysUnavailable when the keys cannot be read
   */
  OutboxEntry read(String image);
}
