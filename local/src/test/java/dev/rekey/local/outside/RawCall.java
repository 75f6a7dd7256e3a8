package dev.rekey.local.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.openapi.Conformance;
import dev.rekey.local.openapi.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A call byte by byte, for what no HTTP client would send. It is held to the description of the API
 * but for {@link #NO_URI} and {@link #NO_PATH}.
 */
public final class RawCall {
  /** What the server of the JDK itself answers to a target that is no URI; no handler is asked. */
  public static final String NO_URI =
      "HTTP/1.1 400 Bad Request\r\n...\r\n\r\n<h1>400 Bad Request</h1>URISyntaxException thrown";

  /** What it answers to one that is no path. */
  public static final String NO_PATH =
      "HTTP/1.1 404 Not Found\r\n...\r\n\r\n"
          + "<h1>404 Not Found</h1>No context found for request";

  private static final Set<String> OF_THE_SERVER = Set.of(NO_URI, NO_PATH);
  private static final Pattern HEADERS = Pattern.compile("\r\n.*?\r\n\r\n", Pattern.DOTALL);
  private static final String END_OF_HEAD = "\r\n\r\n";

  private RawCall() {}

  /**
   * Sends a request that ends the connection.
   *
   * @param request each character one byte
   * @return the answer, head and body
   */
  public static String send(URI runner, String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), runner.getPort())) {
      socket.setSoTimeout((int) Calls.PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      if (!OF_THE_SERVER.contains(withoutHeaders(answer))) {
        check(request.split(END_OF_HEAD, 2), answer.split(END_OF_HEAD, 2));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer with three points in place of its headers. */
  public static String withoutHeaders(String answer) {
    return HEADERS.matcher(answer).replaceFirst("\r\n...\r\n\r\n");
  }

  private static void check(String[] request, String[] answer) {
    Conformance.check(Exchange.of(request[0], text(request[1]), answer[0], text(answer[1])));
  }

  private static String text(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
