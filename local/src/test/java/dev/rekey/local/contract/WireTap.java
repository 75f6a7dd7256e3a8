package dev.rekey.local.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before the runner, hands every byte on as it is and keeps what it saw, whichever client
 * sent it. Thread-safe.
 */
final class WireTap implements AutoCloseable {
  private static final int BACKLOG = 100; // some vectors call fifty times at once

  private static final int PATIENCE = 10_000; // milliseconds

  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);

  private final URI runner;
  private final ServerSocket server;
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WireTap(URI runner) throws IOException {
    this.runner = runner;
    server = new ServerSocket(0, BACKLOG, InetAddress.getByName(runner.getHost()));
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://" + runner.getHost() + ":" + server.getLocalPort());
  }

  /** In the order of their answers. */
  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in = new BufferedInputStream(client.getInputStream());
      var out = client.getOutputStream();
      HttpMessage.Continue goOn = () -> out.write(CONTINUE);
      var next = HttpMessage.read(in, goOn);
      while (next.isPresent()) {
        out.write(send(next.get()).answer().bytes());
        next = HttpMessage.read(in, goOn);
      }
    } catch (IOException e) {
      // The client sees its connection end, and says so.
    }
  }

  /**
   * Sends a request that no client would send for a test, and keeps the exchange as well. On a
   * connection of its own: a kept one might be closed by the runner at any time.
   */
  Exchange send(HttpMessage request) throws IOException {
    try (var service = new Socket(runner.getHost(), runner.getPort())) {
      service.setSoTimeout(PATIENCE);
      var in = new BufferedInputStream(service.getInputStream());
      var exchange = new Exchange(request, answer(request, service.getOutputStream(), in));
      exchanges.add(exchange); // before the client can go on
      return exchange;
    }
  }

  private static HttpMessage answer(HttpMessage request, OutputStream out, InputStream in)
      throws IOException {
    if (!request.waits()) {
      out.write(request.bytes());
      return next(in);
    }
    out.write(request.headBytes());
    var interim = next(in);
    if (!interim.firstLine().contains(" 100 ")) {
      return interim;
    }
    out.write(request.bodyBytes());
    return next(in);
  }

  private static HttpMessage next(InputStream in) throws IOException {
    return HttpMessage.read(in).orElseThrow(EOFException::new);
  }
}
