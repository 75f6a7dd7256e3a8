package dev.rekey.local.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** An HTTP response. The body array is owned by the reply. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, Map<String, List<String>> headers, byte[] body) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** A reply with a content type and nothing else. */
  public static Reply of(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", List.of(contentType)), body.getBytes(UTF_8));
  }

  public static Reply json(int status, Object body) {
    return of(status, "application/json; charset=utf-8", Json.text(body));
  }

  /** A plain line for people. */
  public static Reply line(int status, String line) {
    return of(status, "text/plain; charset=utf-8", line + "\n");
  }

  public static Reply empty() {
    return new Reply(204, Map.of(), new byte[0]);
  }
}
