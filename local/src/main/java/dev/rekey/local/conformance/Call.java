package dev.rekey.local.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request before it is sent. Immutable.
 *
 * @param path from the root, with the query
 * @param headers by name, in any case
 * @param bytes of the body, each character one byte
 */
public record Call(String method, String path, Map<String, String> headers, String bytes) {
  public Call {
    var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = Collections.unmodifiableMap(byName);
  }

  /** A POST of text in UTF-8. */
  public static Call post(String path, Map<String, String> headers, String body) {
    return new Call("POST", path, headers, bytes(body));
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** The body read as UTF-8. */
  public String body() {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  public Call withMethod(String other) {
    return new Call(other, path, headers, bytes);
  }

  public Call withPath(String other) {
    return new Call(method, other, headers, bytes);
  }

  /** The same with one header more, or in place of the one of this name. */
  public Call withHeader(String name, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Call(method, path, more, bytes);
  }

  public Call withoutHeader(String name) {
    var fewer = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    fewer.putAll(headers);
    fewer.remove(name);
    return new Call(method, path, fewer, bytes);
  }

  public Call withBody(String text) {
    return withBytes(bytes(text));
  }

  /** The same with these bytes, each character one byte. */
  public Call withBytes(String other) {
    return new Call(method, path, headers, other);
  }

  /** Without headers and body: they may hold secrets. */
  @Override
  public String toString() {
    return method + " " + path.replaceFirst("\\?.*", "");
  }
}
