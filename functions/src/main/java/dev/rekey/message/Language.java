package dev.rekey.message;

import java.util.Arrays;
import java.util.Optional;

/** The languages that people are spoken to in. Contract sections 6 and 9. */
public enum Language {
  ZH_CN("zh-CN"),
  EN_US("en-US"),
  ZH_TW("zh-TW"),
  JA_JP("ja-JP");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, as the wire and the {@code lang} of a mail spell it. */
  public String tag() {
    return tag;
  }

  /**
   * Reads the value of a language header in any case, spaces around it ignored.
   *
   * @return the language, or empty for one that is not spoken here; the caller chooses the default
   */
  public static Optional<Language> of(String headerValue) {
    String wanted = headerValue.strip();
    return Arrays.stream(values())
        .filter(language -> language.tag.equalsIgnoreCase(wanted))
        .findFirst();
  }
}
