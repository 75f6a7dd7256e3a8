package dev.rekey.passcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls count for each source, route and minute apart. */
class SourceRateTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:59.999Z");
  private static final Optional<Source> SOURCE = Optional.of(new Source("rate", "item"));

  private final Map<String, Integer> counts = new HashMap<>();
  private final SourceRate rate =
      new SourceRate((name, limit, _) -> counts.merge(name, 1, Integer::sum) <= limit, 2);

  @Test
  void r4_refusesTheCallAfterTheLast() {
    assertThat(rate.admits("/a", SOURCE, NOW)).isTrue();
    assertThat(rate.admits("/a", SOURCE, NOW)).isTrue();
    assertThat(rate.admits("/a", SOURCE, NOW)).isFalse();
  }

  /** Or the sweep of the table would give the minute a second time. */
  @Test
  void r4_aCountIsKeptUntilItsMinuteIsOver() {
    var kept = new ArrayList<Instant>();
    new SourceRate((_, _, forgetAfter) -> kept.add(forgetAfter), 2).admits("/a", SOURCE, NOW);
    assertThat(kept).singleElement().satisfies(it -> assertThat(it).isAfter(NOW.plusSeconds(60)));
  }

  @Test
  void eachRouteSourceAndMinuteCountsApart() {
    rate.admits("/a", SOURCE, NOW);
    rate.admits("/a", SOURCE, NOW);

    assertThat(rate.admits("/b", SOURCE, NOW)).isTrue();
    assertThat(rate.admits("/a", Optional.of(new Source("other", "item")), NOW)).isTrue();
    assertThat(rate.admits("/a", SOURCE, NOW.plusMillis(1))).isTrue();
  }

  @Test
  void aCallWithoutASourceIsNotCounted() {
    for (int i = 0; i < 5; i++) {
      assertThat(rate.admits("/a", Optional.empty(), NOW)).isTrue();
    }
    assertThat(counts).isEmpty();
  }
}
