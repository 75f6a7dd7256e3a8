package dev.rekey.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What was made up, cut into fields at each byte FF, which stands in no UTF-8. */
public final class Input {
  private static final byte END_OF_FIELD = (byte) 0xFF;

  private final byte[] bytes;
  private int at;

  public Input(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** The next field; of no length where there is none left. */
  public byte[] bytes() {
    int start = at;
    while (at < bytes.length && bytes[at] != END_OF_FIELD) {
      at++;
    }
    byte[] field = Arrays.copyOfRange(bytes, start, at);
    at = Math.min(at + 1, bytes.length);
    return field;
  }

  /** The next field as well-formed text. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The next field as a text that may be ill-formed: U+FFFF stands for half a surrogate pair. */
  public String anyText() {
    return text().replace('\uFFFF', '\uD800');
  }

  /** All that is left, as bytes that no field ends. */
  public byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    at = bytes.length;
    return rest;
  }

  /** One of these, by the next byte. */
  public <T> T one(List<T> choices) {
    int choice = at < bytes.length ? Byte.toUnsignedInt(bytes[at++]) : 0;
    return choices.get(choice % choices.size());
  }
}
