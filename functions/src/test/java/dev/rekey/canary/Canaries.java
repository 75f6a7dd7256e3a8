package dev.rekey.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must not come out, and a search for it in every form that code makes of a text by accident:
 * plain, in Base64 of both alphabets and all three alignments, hex, percent signs, escapes of JSON,
 * lists of bytes, UTF-16, backwards. What is searched is a text with one sign for each byte.
 *
 * <p>Six digits stand in many numbers by chance. In plain they count only where no letter or digit
 * is beside them, so neither a time nor a signature is taken for one; in every other form they are
 * long enough. A passcode that is a part of a longer number is therefore not found.
 */
final class Canaries {
  private record Form(String text, boolean alone) {}

  private final Map<String, Set<Form>> forms = new LinkedHashMap<>();

  /** A text; every part of it that is worth finding is a canary of its own. */
  void add(String name, String text) {
    bytes(name, text.getBytes(UTF_8));
    for (String form :
        List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
      encoded(name, form.getBytes(UTF_8));
      put(name, latin(form.getBytes(UTF_8)), false);
      put(name, latin(new StringBuilder(form).reverse().toString().getBytes(UTF_8)), false);
      put(name, escaped(form), false);
    }
  }

  /** A passcode. */
  void addDigits(String name, String digits) {
    put(name, digits, true);
    bytes(name, digits.getBytes(UTF_8));
    put(name, latin(digits.getBytes(UTF_16LE)), false);
    put(name, latin(digits.getBytes(UTF_16BE)), false);
  }

  /** A key: its bytes, or enough of them. */
  void addKey(String name, byte[] key) {
    var part = Arrays.copyOfRange(key, key.length / 2, Math.min(key.length, key.length / 2 + 16));
    put(name, latin(part), false);
    bytes(name, part);
  }

  private void bytes(String name, byte[] bytes) {
    put(name, HexFormat.of().formatHex(bytes), false);
    put(name, HexFormat.of().withUpperCase().formatHex(bytes), false);
    String list = Arrays.toString(bytes);
    put(name, list.substring(1, list.length() - 1), false);
    for (int before = 0; before < 3; before++) {
      String base64 = base64(bytes, before);
      put(name, base64, false);
      put(name, base64.replace('+', '-').replace('/', '_'), false);
    }
  }

  private void encoded(String name, byte[] bytes) {
    String text = new String(bytes, UTF_8);
    put(name, latin(text.getBytes(UTF_16LE)), false);
    put(name, latin(text.getBytes(UTF_16BE)), false);
    String percent = URLEncoder.encode(text, UTF_8);
    put(name, percent, false);
    put(name, percent.replace("+", "%20"), false);
  }

  /** What of the Base64 is made of these bytes alone, when so many stand before them. */
  private static String base64(byte[] bytes, int before) {
    var padded = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, padded, before, bytes.length);
    String text = Base64.getEncoder().encodeToString(padded);
    return text.substring((before * 8 + 5) / 6, padded.length * 8 / 6);
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.chars()
        .forEach(sign ->
            escaped.append(
                sign < 0x80
                    ? String.valueOf((char) sign)
                    : String.format(Locale.ROOT, "\\u%04X", sign)));
    return escaped.toString();
  }

  private void put(String name, String text, boolean alone) {
    forms.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(new Form(text, alone));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** Each canary that is in the bytes of a text, but for these, with what stands around it. */
  Set<String> in(String text, String... allowed) {
    var found = new TreeSet<String>();
    forms.forEach((name, all) -> {
      if (Arrays.stream(allowed).noneMatch(name::startsWith)) {
        all.forEach(form -> {
          int at = find(text, form);
          if (at >= 0) {
            int end = Math.min(text.length(), at + form.text().length() + 60);
            String around = text.substring(Math.max(0, at - 120), end);
            found.add(name + ": " + around.replaceAll("[^ -~]", "."));
          }
        });
      }
    });
    return found;
  }

  /** The same, in a text as Java has it. */
  Set<String> inText(String text, String... allowed) {
    return in(latin(text.getBytes(UTF_8)), allowed);
  }

  private static int find(String text, Form form) {
    int at = text.indexOf(form.text());
    while (at >= 0 && form.alone() && !standsAlone(text, at, at + form.text().length())) {
      at = text.indexOf(form.text(), at + 1);
    }
    return at;
  }

  private static boolean standsAlone(String text, int from, int to) {
    boolean behindPercent = from >= 3 && text.substring(from - 3, from).matches("%[0-9A-Fa-f]{2}");
    return (from == 0 || behindPercent || !isSign(text.charAt(from - 1)))
        && (to == text.length() || !isSign(text.charAt(to)));
  }

  private static boolean isSign(char sign) {
    return (sign >= '0' && sign <= '9')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= 'a' && sign <= 'z');
  }
}
