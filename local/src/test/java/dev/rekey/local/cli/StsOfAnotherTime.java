package dev.rekey.local.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** STS whose clock is off. By hand, for the server of the JDK writes the date itself. */
final class StsOfAnotherTime implements AutoCloseable {
  private static final String BODY =
      "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/op</Arn>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  private final ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final Duration ahead;

  StsOfAnotherTime(Duration ahead) throws IOException {
    this.ahead = ahead;
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var call = socket.accept()) {
        answer(call);
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void answer(Socket call) throws IOException {
    var request = new StringBuilder();
    while (!request.toString().contains("Action=GetCallerIdentity")) {
      int sign = call.getInputStream().read();
      if (sign < 0) {
        return;
      }
      request.append((char) sign);
    }
    call.getInputStream().readNBytes(call.getInputStream().available());
    var date = ZonedDateTime.now(ZoneOffset.UTC).plus(ahead);
    String head =
        "HTTP/1.1 200 OK\r\nDate: "
            + DateTimeFormatter.RFC_1123_DATE_TIME.format(date)
            + "\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: "
            + BODY.length();
    String answer = head + "\r\n\r\n" + BODY;
    call.getOutputStream().write(answer.getBytes(US_ASCII));
    call.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
