package dev.rekey.local.conformance.rekey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * HTTP clients with network addresses of their own: 127.0.0.1, 127.0.0.2 and so on, where the
 * machine has them (Linux does) and the service is on the same machine.
 */
final class Sources {
  private static final int MANY = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<HttpClient> clients;

  private Sources(List<HttpClient> clients) {
    this.clients = clients;
  }

  static Sources of(String host) {
    if (!isLoopback(host) || !canCallFrom(MANY)) {
      return new Sources(List.of(builder().build()));
    }
    return new Sources(
        IntStream.rangeClosed(1, MANY)
            .mapToObj(last -> builder().localAddress(loopback(last)).build())
            .toList());
  }

  int count() {
    return clients.size();
  }

  HttpClient client(int source) {
    return clients.get(source);
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .followRedirects(HttpClient.Redirect.NEVER);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // said by the first call
    }
  }

  private static boolean canCallFrom(int last) {
    try (var _ = new ServerSocket(0, 1, loopback(last))) {
      return true;
    } catch (IOException e) {
      return false; // macOS has 127.0.0.1 alone
    }
  }

  private static InetAddress loopback(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }
}
