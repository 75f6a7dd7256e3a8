package dev.rekey.local.contract;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/**
 * Stands before a runner while the SDKs call it, for {@code make test-sdks}: when it is asked to
 * end, it holds every exchange that it saw to {@code docs/openapi.yaml} and says how many were not
 * as described.
 */
final class CheckedWire {
  private final WireTap tap;

  private CheckedWire(WireTap tap) {
    this.tap = tap;
  }

  /**
   * Runs until SIGTERM.
   *
   * @param arguments the address of the runner
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var wire = new CheckedWire(new WireTap(URI.create(arguments[0])));
    Runtime.getRuntime().addShutdownHook(new Thread(wire::tell));
    System.out.println("ready: " + wire.tap.uri());
    new CountDownLatch(1).await();
  }

  private void tell() {
    var exchanges =
        tap.exchanges().stream().filter(it -> !it.call().contains(" /_local/")).toList();
    long wrong = exchanges.stream().filter(exchange -> !isAsDescribed(exchange)).count();
    System.out.printf("%d exchanges, %d not as described%n", exchanges.size(), wrong);
  }

  private static boolean isAsDescribed(Exchange exchange) {
    try {
      exchange.check();
      return true;
    } catch (AssertionError notAsDescribed) {
      System.out.println(notAsDescribed.getMessage());
      return false;
    }
  }
}
