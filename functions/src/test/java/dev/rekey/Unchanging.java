package dev.rekey;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which static fields of a class can change, or hold something that can (R54). */
final class Unchanging {
  private static final Set<Class<?>> VALUES =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Character.class,
          Integer.class,
          Long.class,
          Double.class,
          Pattern.class,
          Duration.class,
          Instant.class,
          Locale.class,
          DateTimeFormatter.class);

  /**
   * What libraries and we hold ready, and why it may be static.
   *
   * <ul>
   *   <li>a mapper of Jackson cannot be set anew; what it remembers is types, and buffers: see
   *       {@code HeapTest}
   *   <li>the tables of phone numbers and the curve of SM2 are public
   *   <li>a password that nobody has stands in for one that cannot be decrypted
   * </ul>
   */
  private static final Set<String> HELD =
      Set.of(
          "tools.jackson.databind.json.JsonMapper",
          "com.google.i18n.phonenumbers.PhoneNumberUtil",
          "org.bouncycastle.crypto.params.ECDomainParameters",
          "dev.rekey.password.PasswordText");

  private Unchanging() {}

  /** The names of the fields that can change. */
  static List<String> broken(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .filter(field -> !Modifier.isFinal(field.getModifiers()) || !unchanging(value(field)))
        .map(Field::getName)
        .toList();
  }

  private static boolean unchanging(Object value) {
    var type = value.getClass();
    if (VALUES.contains(type) || HELD.contains(type.getName()) || value instanceof Enum<?>) {
      return true;
    }
    return switch (value) {
      case Optional<?> some -> some.stream().allMatch(Unchanging::unchanging);
      case Collection<?> many -> isCopy(type) && many.stream().allMatch(Unchanging::unchanging);
      case Map<?, ?> map ->
          isCopy(type)
              && Stream.concat(map.keySet().stream(), map.values().stream())
                  .allMatch(Unchanging::unchanging);
      case Record record ->
          Arrays.stream(type.getRecordComponents()).allMatch(part -> kept(value(part, record)));
      default -> false;
    };
  }

  /** A record copies what it is given (style guide 5), so it may keep its copy behind a view. */
  private static boolean kept(Object value) {
    boolean view = value.getClass().getName().equals("java.util.Collections$UnmodifiableMap");
    return view
        ? ((Map<?, ?>) value).values().stream().allMatch(Unchanging::unchanging)
        : unchanging(value);
  }

  /** Made by {@code of} or {@code copyOf}; a view would change with what is behind it. */
  private static boolean isCopy(Class<?> type) {
    return type.getName().startsWith("java.util.ImmutableCollections$");
  }

  private static Object value(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent part, Record record) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
