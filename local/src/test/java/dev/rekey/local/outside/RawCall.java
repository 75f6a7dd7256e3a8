package dev.rekey.local.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.rekey.local.openapi.Conformance;
import dev.rekey.local.openapi.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;

/**
 * A call byte by byte, for what no HTTP client would send. It is held to the description of the API
 * where the gateway saw it: what the server in front of that refuses for its syntax is no JSON.
 */
public final class RawCall {
  private static final String JSON = "application/json";

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
      check(Message.of(request), Message.of(answer));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Message request, Message answer) {
    if (!answer.headers().firstValue("content-type").orElse("").startsWith(JSON)) {
      return;
    }
    var line = request.start().split(" ", -1);
    Conformance.check(
        new Exchange(
            line[0],
            line[1],
            request.headers(),
            request.body(),
            Integer.parseInt(answer.start().split(" ", -1)[1]),
            answer.headers(),
            answer.body()));
  }

  /** A request or an answer; the start is its first line. */
  private record Message(String start, HttpHeaders headers, String body) {
    static Message of(String text) {
      var parts = text.split("\r\n\r\n", 2);
      var head = parts[0].split("\r\n", -1);
      var headers =
          Arrays.stream(head)
              .skip(1)
              .map(header -> header.split(":", 2))
              .collect(groupingBy(it -> it[0], mapping(it -> it[1].strip(), toList())));
      var body = parts.length < 2 ? "" : new String(parts[1].getBytes(ISO_8859_1), UTF_8);
      return new Message(head[0], HttpHeaders.of(headers, (_, _) -> true), body);
    }
  }
}
