package dev.rekey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEveryStore
class CounterConformanceTest {
  private static final Instant LATER = Scene.START.plus(Duration.ofMinutes(10));

  private final Stores stores;
  private final String name = "test#" + UUID.randomUUID();

  CounterConformanceTest(Stores stores) {
    this.stores = stores;
  }

  @Test
  void givesAsManyAsTheLimit() {
    for (int i = 0; i < 3; i++) {
      assertThat(stores.counter().take(name, 3, LATER)).isTrue();
    }
    assertThat(stores.counter().take(name, 3, LATER)).isFalse();
  }

  @Test
  void countsEachNameForItself() {
    stores.counter().take(name, 1, LATER);
    assertThat(stores.counter().take(name + "#other", 1, LATER)).isTrue();
  }

  @Test
  void lossesDoNotCount() {
    stores.counter().take(name, 1, LATER);
    stores.counter().take(name, 1, LATER);
    assertThat(stores.counter().take(name, 2, LATER)).isTrue();
  }

  @Test
  void r4_givesNoMoreToManyAtOnce() {
    var taken = Together.run(50, _ -> stores.counter().take(name, 7, LATER));
    assertThat(taken).filteredOn(Boolean.TRUE::equals).hasSize(7);
  }
}
