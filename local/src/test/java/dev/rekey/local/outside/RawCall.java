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

/**
 * A call byte by byte, for what no HTTP client would send. It is held to the description of the API
 * where the gateway saw it: what the server in front of that refuses for its syntax is no JSON.
 */
public final class RawCall {
  private static final String JSON = "application/json";
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
      check(request.split(END_OF_HEAD, 2), answer.split(END_OF_HEAD, 2));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(String[] request, String[] answer) {
    if (answer.length == 2 && answer[0].contains(JSON)) {
      Conformance.check(Exchange.of(request[0], text(request[1]), answer[0], text(answer[1])));
    }
  }

  private static String text(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
