package dev.rekey.message;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;

/** The templates of {@code src/main/jte}, which the build has compiled into classes. */
final class Templates {

  private final TemplateEngine texts = precompiled(ContentType.Plain, "dev.rekey.message.text");
  private final TemplateEngine pages = precompiled(ContentType.Html, "dev.rekey.message.html");

  /** Plain text: values stand as they are. */
  String text(Language language, String name, Map<String, Object> values) {
    String folder = language.name().toLowerCase(Locale.ROOT);
    return rendered(texts, folder + "/" + name + ".jte", values).strip();
  }

  /** The one HTML layout of all mails: every value is escaped. */
  String letter(Map<String, Object> values) {
    return rendered(pages, "letter.jte", values).strip();
  }

  private static TemplateEngine precompiled(ContentType type, String packageName) {
    return TemplateEngine.createPrecompiled(
        null, type, Templates.class.getClassLoader(), packageName);
  }

  private static String rendered(TemplateEngine engine, String name, Map<String, Object> values) {
    StringOutput output = new StringOutput();
    engine.render(name, values, output);
    return output.toString();
  }
}
