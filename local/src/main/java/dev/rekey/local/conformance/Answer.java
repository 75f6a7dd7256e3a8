package dev.rekey.local.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer as it came. Immutable.
 *
 * @param headers by name, in any case
 * @param bytes of the body, each character one byte
 * @param nanos from the first byte sent to the last one received
 */
public record Answer(int status, Map<String, List<String>> headers, String bytes, long nanos) {
  public Answer {
    var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> byName.put(name, List.copyOf(values)));
    headers = Collections.unmodifiableMap(byName);
  }

  /** The body read as UTF-8. */
  public String body() {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  /** All values of a header in one text, empty where it is missing. */
  public String header(String name) {
    return String.join(", ", headers.getOrDefault(name, List.of()));
  }

  /** All of it as one text: status, headers in order, body. */
  public String whole() {
    return status + " " + headers + " " + body();
  }

  /** Its status alone: the rest may hold a token. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
