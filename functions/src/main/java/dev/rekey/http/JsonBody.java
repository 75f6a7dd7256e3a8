package dev.rekey.http;

import java.util.Locale;

/** The JSON body of a call, within the bounds of contract section 9. */
final class JsonBody {
  private static final int LONGEST = 64 * 1024;

  private JsonBody() {}

  /**
   * Refuses a body by size, then by type: a browser sends JSON to another origin only after asking
   * (R8), so a form or plain text never gets further.
   */
  static void check(ProxyEvent event) {
    if (event.body().length() > LONGEST) {
      throw new MalformedRequest(AnswerCode.TOO_LARGE);
    }
    String type = event.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw new MalformedRequest(AnswerCode.NOT_JSON);
    }
  }

  static Fields of(ProxyEvent event) {
    return StrictJson.object(text(event));
  }

  private static String text(ProxyEvent event) {
    return switch (event.body()) {
      case ProxyEvent.Body.Text(String text) -> text;
      case ProxyEvent.Body.Unreadable _ -> throw new MalformedRequest(AnswerCode.MALFORMED);
    };
  }
}
