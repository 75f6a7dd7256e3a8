package dev.rekey.local.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request or an answer, byte for byte.
 *
 * @param head first line and headers, each character one byte, without the empty line
 * @param body as text; every client and the service send UTF-8
 */
record HttpMessage(String head, String body) {
  private static final String END_OF_LINE = "\r\n";
  private static final String END_OF_HEAD = END_OF_LINE + END_OF_LINE;
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)\\r?$");

  /** A request with these lines for its head, and as long as it is. */
  static HttpMessage request(List<String> lines, String body) {
    var head = String.join(END_OF_LINE, lines);
    int length = body.getBytes(UTF_8).length;
    return new HttpMessage(
        length == 0 ? head : head + END_OF_LINE + "Content-Length: " + length, body);
  }

  /** What is done before a body is read that waits for 100 Continue. */
  interface Continue {
    void say() throws IOException;
  }

  /** Reads the next one; empty where the other side has ended. */
  static Optional<HttpMessage> read(InputStream in) throws IOException {
    return read(in, () -> {});
  }

  /** The same, from somebody who may wait before the body. */
  static Optional<HttpMessage> read(InputStream in, Continue goOn) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      head.append((char) next);
    }
    head.setLength(head.length() - END_OF_HEAD.length());
    var length = LENGTH.matcher(head);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    if (new HttpMessage(head.toString(), "").waits()) {
      goOn.say();
    }
    return Optional.of(new HttpMessage(head.toString(), new String(in.readNBytes(bytes), UTF_8)));
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(headBytes());
    bytes.writeBytes(bodyBytes());
    return bytes.toByteArray();
  }

  byte[] headBytes() {
    return (head + END_OF_HEAD).getBytes(ISO_8859_1);
  }

  byte[] bodyBytes() {
    return body.getBytes(UTF_8);
  }

  String firstLine() {
    return head.lines().findFirst().orElseThrow();
  }

  /** Each as it is spelt on the wire. */
  List<String> headers() {
    return head.lines().skip(1).toList();
  }

  /** Whether the body waits for 100 Continue. */
  boolean waits() {
    return headers().stream().anyMatch(header -> header.regionMatches(true, 0, "expect:", 0, 7));
  }
}
