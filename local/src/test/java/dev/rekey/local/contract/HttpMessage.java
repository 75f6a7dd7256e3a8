package dev.rekey.local.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

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

  /** Reads the next one; empty where the other side has ended. */
  static Optional<HttpMessage> read(InputStream in) throws IOException {
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
    return Optional.of(new HttpMessage(head.toString(), new String(in.readNBytes(bytes), UTF_8)));
  }

  byte[] bytes() {
    var body = new String(this.body.getBytes(UTF_8), ISO_8859_1);
    return (head + END_OF_HEAD + body).getBytes(ISO_8859_1);
  }

  String firstLine() {
    return head.lines().findFirst().orElseThrow();
  }

  /** Each as it is spelt on the wire. */
  List<String> headers() {
    return head.lines().skip(1).toList();
  }
}
