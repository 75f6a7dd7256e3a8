package dev.rekey.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Thread.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeysTest {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final AtomicInteger loads = new AtomicInteger();
  private volatile Instant now = ThrowAwayKeys.NOW;
  private volatile Keyring stored = ThrowAwayKeys.keyring();
  private volatile boolean away;
  private final Keys keys = new Keys(this::load, () -> now, MAX_AGE);

  private Keyring load() {
    loads.incrementAndGet();
    if (away) {
      throw new KeysUnavailable("the store is away", new IllegalStateException());
    }
    return stored;
  }

  private static Optional<KeyBytes> unknown(Keyring keyring) {
    return keyring.peppers().byId("unknown");
  }

  @Test
  void readsNothingBeforeTheFirstUse() {
    assertThat(loads).hasValue(0);
  }

  @Test
  void readsOnceAnAge() {
    keys.current();
    now = now.plus(MAX_AGE).minusMillis(1);
    keys.current();
    assertThat(loads).hasValue(1);
    now = now.plusMillis(1);
    keys.current();
    assertThat(loads).hasValue(2);
  }

  @Test
  void invariant10_aKeyringOverItsAgeIsNotUsedWhenTheStoreIsAway() {
    keys.current();
    away = true;
    assertThat(keys.current()).isSameAs(stored);
    now = now.plus(MAX_AGE);
    assertThatThrownBy(keys::current).isInstanceOf(KeysUnavailable.class);
    away = false;
    assertThat(keys.current()).isSameAs(stored);
  }

  @Test
  void aKnownIdCausesNoRead() {
    assertThat(keys.find(keyring -> keyring.peppers().byId("pep1"))).isPresent();
    assertThat(loads).hasValue(1);
  }

  @Test
  void anUnknownIdIsFoundAfterOneRead() {
    keys.current();
    stored = renamed();
    assertThat(keys.find(keyring -> keyring.sealKeys().byId("new-seal1"))).isPresent();
    assertThat(loads).hasValue(2);
  }

  @Test
  void anUnknownIdCausesNoReadWhenSomebodyElseJustReadANewerKeyring() {
    keys.find(keyring -> {
      if (loads.get() == 1) {
        stored = renamed();
        now = now.plus(MAX_AGE);
      }
      return unknown(keys.current());
    });
    assertThat(loads).hasValue(2);
  }

  private static Keyring renamed() {
    var full = ThrowAwayKeys.keyring();
    var sealKeys =
        full.sealKeys().keys().stream()
            .map(key -> new Keyed<>("new-" + key.id(), key.notBefore(), key.key()))
            .toList();
    return new Keyring(
        full.addressKey(),
        full.peppers(),
        full.codeKeys(),
        new KeySet<>("sealKeys", sealKeys),
        full.rsaPairs(),
        full.sm2Pairs());
  }

  @Test
  void unknownIdsCannotHammerTheStore() {
    keys.current();
    for (var i = 0; i < 50; i++) {
      assertThat(keys.find(KeysTest::unknown)).isEmpty();
    }
    assertThat(loads).hasValue(2);
    now = now.plus(Keys.FORCED_APART);
    keys.find(KeysTest::unknown);
    assertThat(loads).hasValue(3);
  }

  @Test
  void aFailedReadForAnUnknownIdIsNotRepeatedAtOnce() {
    keys.current();
    away = true;
    assertThatThrownBy(() -> keys.find(KeysTest::unknown)).isInstanceOf(KeysUnavailable.class);
    assertThat(keys.find(KeysTest::unknown)).isEmpty();
    assertThat(loads).hasValue(2);
  }

  @Test
  void callersThatMeetAnUnknownIdTogetherShareOneRead() throws Exception {
    keys.current();
    var together = new CyclicBarrier(16);
    Callable<Optional<KeyBytes>> caller =
        () -> {
          together.await();
          return keys.find(KeysTest::unknown);
        };
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var result : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> caller).toList())) {
        assertThat(result.get()).isEmpty();
      }
    }
    assertThat(loads).hasValue(2);
  }

  /** Seven callers must be seen to wait: without the monitor none would, and this would not end. */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void callersThatWaitForAReadThatFailsShareItsFailure() throws Exception {
    var threads = new CopyOnWriteArrayList<Thread>();
    var failed = new AtomicInteger();
    var slow =
        new Keys(
            () -> {
              while (threads.stream().filter(it -> it.getState() == State.BLOCKED).count() < 7) {
                Thread.onSpinWait();
              }
              away = true;
              return load();
            },
            () -> now,
            MAX_AGE);
    Runnable caller =
        () -> {
          assertThatThrownBy(slow::current).isInstanceOf(KeysUnavailable.class);
          failed.incrementAndGet();
        };
    IntStream.range(0, 8).forEach(_ -> threads.add(new Thread(caller)));
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    assertThat(failed).hasValue(8);
    assertThat(loads).hasValue(1);
  }

  @Test
  void refusesAnAgeThatIsNone() {
    assertThatThrownBy(() -> new Keys(this::load, () -> now, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
