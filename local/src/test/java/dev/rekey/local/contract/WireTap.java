package dev.rekey.local.contract;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
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
      for (var next = HttpMessage.read(in); next.isPresent(); next = HttpMessage.read(in)) {
        var answer = forward(next.get());
        exchanges.add(new Exchange(next.get(), answer)); // before the client can go on
        client.getOutputStream().write(answer.bytes());
      }
    } catch (IOException e) {
      // The client sees its connection end, and says so.
    }
  }

  /** On a connection of its own: a kept one might be closed by the runner at any time. */
  private HttpMessage forward(HttpMessage request) throws IOException {
    try (var service = new Socket(runner.getHost(), runner.getPort())) {
      service.getOutputStream().write(request.bytes());
      return HttpMessage.read(new BufferedInputStream(service.getInputStream()))
          .orElseThrow(EOFException::new);
    }
  }
}
