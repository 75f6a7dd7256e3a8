package dev.rekey.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of the wire answers in every language. Contract section 6. Immutable.
 *
 * <p>Not a {@code ResourceBundle}: that would fall back to the locale of the machine, and {@code
 * MessageFormat} writes 1024 as 1,024 and eats apostrophes.
 */
public final class Texts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

  private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

  private Texts() {
    for (Language language : Language.values()) {
      texts.put(language, read("answers_" + language.tag() + ".properties"));
    }
  }

  /** Reads the texts of all languages from the artefact. */
  public static Texts load() {
    return new Texts();
  }

  /**
   * The sentence of a key, with {@code {0}} and so on replaced by the values.
   *
   * @throws IllegalArgumentException for an unknown key, or values that do not fit the placeholders
   */
  public String get(Language language, String key, Object... values) {
    String text = of(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language.tag());
    }
    if (PLACEHOLDER.matcher(text).results().count() != values.length) {
      throw new IllegalArgumentException("values do not fit text " + key);
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))].toString()));
  }

  /** Every key that a language has. */
  public Set<String> keys(Language language) {
    return of(language).keySet();
  }

  private Map<String, String> of(Language language) {
    return Objects.requireNonNull(texts.get(language));
  }

  private static Map<String, String> read(String resource) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }
}
