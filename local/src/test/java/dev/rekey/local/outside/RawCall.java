package dev.rekey.local.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** A call byte by byte, for what no HTTP client would send. */
public final class RawCall {
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
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
