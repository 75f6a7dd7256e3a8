package dev.rekey.keys;

import dev.rekey.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keyring as JSON, version 1: {@code version}, {@code addressKey}, and the lists {@code
 * peppers}, {@code codeKeys}, {@code sealKeys}, {@code rsa} and {@code sm2} of {@code id}, {@code
 * notBefore} (ISO 8601, UTC) and {@code key}. Keys are Base64 of 32 bytes, for RSA of the PKCS#8.
 * Strict: nothing may be missing, twice or unknown. Errors name the field and never what stood in
 * it, so they carry no cause. Thread-safe.
 */
public final class KeyringJson {
  private static final int VERSION = 1;
  private static final Set<String> ENTRY_FIELDS = Set.of("id", "notBefore", "key");
  private static final Set<String> FIELDS =
      Set.of("version", "addressKey", "peppers", "codeKeys", "sealKeys", "rsa", "sm2");
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.factory().build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private KeyringJson() {}

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is anything else; the message names the field
   */
  public static Keyring read(String json) {
    var root = parse(json);
    checkFields(root, FIELDS, "");
    if (!root.path("version").isInt() || root.path("version").intValue() != VERSION) {
      throw new IllegalArgumentException("version must be " + VERSION);
    }
    return new Keyring(
        new HmacKey(decoded(root, "addressKey", "addressKey", KeyBytes::of)),
        keys(root, "peppers", KeyBytes::of),
        keys(root, "codeKeys", bytes -> new HmacKey(KeyBytes.of(bytes))),
        keys(root, "sealKeys", KeyBytes::of),
        keys(root, "rsa", RsaPair::fromPkcs8),
        keys(root, "sm2", Sm2Pair::fromScalar));
  }

  /** Writes the keyring, keys and all: only for the store. */
  public static String write(Keyring keyring) {
    var root = MAPPER.createObjectNode().put("version", VERSION);
    root.put("addressKey", encoded(keyring.addressKey().key().copy()));
    put(root, "peppers", keyring.peppers(), KeyBytes::copy);
    put(root, "codeKeys", keyring.codeKeys(), key -> key.key().copy());
    put(root, "sealKeys", keyring.sealKeys(), KeyBytes::copy);
    put(root, "rsa", keyring.rsaPairs(), RsaPair::pkcs8);
    put(root, "sm2", keyring.sm2Pairs(), Sm2Pair::scalar);
    return MAPPER.writeValueAsString(root);
  }

  private static <K> void put(
      ObjectNode root, String field, KeySet<K> keys, Function<K, byte[]> bytes) {
    var list = root.putArray(field);
    for (var key : keys.keys()) {
      list.addObject()
          .put("id", key.id())
          .put("notBefore", key.notBefore().toString())
          .put("key", encoded(bytes.apply(key.key())));
    }
  }

  @SuppressWarnings("UnusedException") // a parser's message may quote a key
  private static JsonNode parse(String json) {
    try {
      var root = MAPPER.readTree(json);
      if (root.isObject()) {
        return root;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the keyring is not well-formed JSON");
    }
    throw new IllegalArgumentException("the keyring is not a JSON object");
  }

  private static <K> KeySet<K> keys(JsonNode root, String field, Function<byte[], K> key) {
    var list = root.path(field);
    if (!list.isArray()) {
      throw new IllegalArgumentException(field + " must be a list");
    }
    List<Keyed<K>> keys = new ArrayList<>();
    for (var i = 0; i < list.size(); i++) {
      keys.add(entry(list.path(i), field + "[" + i + "]", key));
    }
    return new KeySet<>(field, keys);
  }

  private static <K> Keyed<K> entry(JsonNode entry, String path, Function<byte[], K> key) {
    checkFields(entry, ENTRY_FIELDS, path + ".");
    var id = text(entry, "id", path + ".id");
    var notBefore = instant(text(entry, "notBefore", path + ".notBefore"), path + ".notBefore");
    var bytes = decoded(entry, "key", path + ".key", key);
    try {
      return new Keyed<>(id, notBefore, bytes);
    } catch (IllegalArgumentException e) {
      throw named(path, e);
    }
  }

  private static void checkFields(JsonNode object, Set<String> fields, String path) {
    for (var name : fields) {
      if (!object.has(name)) {
        throw new IllegalArgumentException(path + name + " is missing");
      }
    }
    // an unknown name is not quoted: a key may have slipped there
    if (object.size() > fields.size()) {
      throw new IllegalArgumentException(path + "* holds an unknown field");
    }
  }

  private static String text(JsonNode object, String field, String path) {
    if (!object.path(field).isString()) {
      throw new IllegalArgumentException(path + " must be a text");
    }
    return object.path(field).stringValue();
  }

  @SuppressWarnings("UnusedException") // its message quotes the value
  private static Instant instant(String text, String path) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(path + " must be an instant such as 2026-01-31T00:00:00Z");
    }
  }

  private static <K> K decoded(
      JsonNode object, String field, String path, Function<byte[], K> key) {
    var bytes = base64(text(object, field, path), path);
    try {
      return key.apply(bytes);
    } catch (IllegalArgumentException e) {
      throw named(path, e);
    }
  }

  @SuppressWarnings("UnusedException") // its message quotes a character of the key
  private static byte[] base64(String text, String path) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + " must be Base64");
    }
  }

  private static IllegalArgumentException named(String path, IllegalArgumentException e) {
    return new IllegalArgumentException(path + ": " + e.getMessage());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
