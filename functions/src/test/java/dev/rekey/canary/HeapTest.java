package dev.rekey.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R54: what is alive in a process of functions between two calls. A dump of its live objects holds
 * the keys and the credentials of AWS, which are kept on purpose, and nothing of anybody's reset
 * but hashes of addresses: the SDK keeps the buffers of its JSON, in which the last item stands as
 * the table has it.
 */
class HeapTest {
  @Test
  void r54_nothingOfACallOutlivesIt(@TempDir Path folder) throws Exception {
    Path afterExchange = folder.resolve("exchange.hprof");
    Path afterDelivery = folder.resolve("delivery.hprof");
    Canaries canaries;
    try (var house = new House(folder)) {
      var paths = new Paths(house);
      canaries = paths.canaries;
      paths.good();
      house.sandbox().dump(afterExchange);
      paths.delivered();
      house.sandbox().dump(afterDelivery);
    }
    assertNothingOfACall(canaries, afterExchange);
    assertNothingOfACall(canaries, afterDelivery);
  }

  private static void assertNothingOfACall(Canaries canaries, Path dump) throws Exception {
    String live = Sandbox.read(dump);
    System.out.printf("R54: %s, %d MB alive%n", dump.getFileName(), Files.size(dump) >> 20);
    assertThat(canaries.in(live, "key", "secret of AWS", "hash")).isEmpty();
    assertThat(canaries.in(live)).anyMatch(it -> it.startsWith("key of codeKeys"));
  }
}
