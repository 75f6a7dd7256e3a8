package dev.rekey.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the template together with the path to it, so that every complaint names its place.
 *
 * @param value as YAML gives it; null where nothing is
 */
record Tree(String path, @Nullable Object value) {
  /** What lies under a key; absent where there is none. */
  Tree at(String key) {
    var below = path.endsWith(":") ? path + " " + key : path + "." + key;
    return new Tree(below, value instanceof Map<?, ?> map ? map.get(key) : null);
  }

  boolean present() {
    return value != null;
  }

  /** The entries of a mapping in the order of the file; none where there is nothing. */
  Map<String, Tree> entries() {
    var entries = new LinkedHashMap<String, Tree>();
    if (value != null) {
      for (var key : expect(Map.class, "a mapping").keySet()) {
        entries.put(String.valueOf(key), at(String.valueOf(key)));
      }
    }
    return entries;
  }

  /** The elements of a list; none where there is nothing. */
  List<Tree> elements() {
    if (value == null) {
      return List.of();
    }
    var list = expect(List.class, "a list");
    return IntStream.range(0, list.size())
        .mapToObj(i -> new Tree(path + "[" + i + "]", list.get(i)))
        .toList();
  }

  /** The name and the argument of the one intrinsic function that stands here, or nothing. */
  @Nullable Tree call(String function) {
    return value instanceof Map<?, ?> map && map.size() == 1 && map.containsKey(function)
        ? at(function)
        : null;
  }

  boolean isMapping() {
    return value instanceof Map;
  }

  /** A scalar as text. */
  String scalar() {
    if (value == null) {
      throw error("is missing");
    }
    if (value instanceof Map || value instanceof List) {
      throw error("must be a single value");
    }
    return value.toString();
  }

  TemplateException error(String complaint) {
    return new TemplateException(path + " " + complaint);
  }

  private <T> T expect(Class<T> type, String name) {
    if (!type.isInstance(value)) {
      throw error("must be " + name);
    }
    return type.cast(value);
  }
}
