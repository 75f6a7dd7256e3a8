package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.stack.Complaint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * {@code parameter_overrides}, read as SAM reads them (samcli/cli/types.py,
 * CfnParameterOverridesType): one text or a list of texts, each of {@code Name=value}s behind
 * blanks, a value with blanks in quotes. SAM drops what does not fit without a word; here it is a
 * complaint.
 */
final class Overrides {
  private static final Pattern GIVEN =
      Pattern.compile(
          "\\s*([A-Za-z0-9]++)=(\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|(?:\\\\.|[^\\s\"'\\\\])++)(?=\\s|$)");

  private Overrides() {}

  static Map<String, String> read(String section, JsonNode overrides) {
    var given = new LinkedHashMap<String, String>();
    if (overrides.isString()) {
      add(section, overrides.stringValue(), given);
    } else if (overrides.isArray()) {
      overrides.forEach(it -> add(section, it.asString(), given));
    } else if (!overrides.isMissingNode()) {
      throw new Complaint(
          "parameter_overrides in " + section + " must be a list of \"Name=value\"");
    }
    return given;
  }

  private static void add(String section, String text, Map<String, String> given) {
    var matcher = GIVEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      given.put(matcher.group(1), unquoted(matcher.group(2)));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank() || end == 0) {
      throw new Complaint(
          "parameter_overrides in %s: SAM does not read all of the entry that begins with '%s': write"
                  .formatted(section, text.strip().split("=", 2)[0])
              + " \"Name=value\", a value with blanks or quotes as \"Name='a value'\"");
    }
  }

  private static String unquoted(String value) {
    char first = value.charAt(0);
    boolean isQuoted = value.length() > 1 && (first == '"' || first == '\'');
    String inner = isQuoted ? value.substring(1, value.length() - 1) : value;
    return inner.replace("\\ ", " ").replace("\\\"", "\"").replace("\\'", "'");
  }
}
