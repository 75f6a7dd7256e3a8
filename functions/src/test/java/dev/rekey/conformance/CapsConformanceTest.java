package dev.rekey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Caps.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEveryStore
class CapsConformanceTest {
  private static final Instant LATER = Scene.START.plus(Duration.ofMinutes(10));

  private final Caps caps;
  private final String one = "test#" + UUID.randomUUID();
  private final String other = "test#" + UUID.randomUUID();

  CapsConformanceTest(Stores stores) {
    caps = stores.caps();
  }

  private boolean takes(Share... shares) {
    return caps.take(List.of(shares), LATER).isEmpty();
  }

  @Test
  void takesAsMuchAsIsLeft() {
    assertThat(takes(new Share(one, 4, 9))).isTrue();
    assertThat(takes(new Share(one, 6, 9))).isFalse();
    assertThat(takes(new Share(one, 5, 9))).isTrue();
    assertThat(takes(new Share(one, 1, 9))).isFalse();
  }

  @Test
  void takesNoMoreThanThereEverWas() {
    assertThat(takes(new Share(one, 10, 9))).isFalse();
    assertThat(takes(new Share(one, 9, 9))).isTrue();
  }

  @Test
  void takesAllOrNothing() {
    assertThat(takes(new Share(one, 1, 2), new Share(other, 1, 1))).isTrue();
    assertThat(takes(new Share(one, 1, 2), new Share(other, 1, 1))).isFalse();
    assertThat(takes(new Share(one, 1, 2))).isTrue();
  }

  @Test
  void namesTheFirstThatHasTooLittle() {
    var full = new Share(other, 1, 1);
    takes(full);
    assertThat(caps.take(List.of(new Share(one, 1, 1), full), LATER)).contains(full);
    assertThat(caps.take(List.of(new Share(one, 2, 1), full), LATER))
        .contains(new Share(one, 2, 1));
    assertThat(caps.take(List.of(full, new Share(one, 2, 1)), LATER))
        .contains(new Share(one, 2, 1));
    takes(new Share(one, 1, 1));
    assertThat(caps.take(List.of(new Share(one, 1, 1), full), LATER))
        .contains(new Share(one, 1, 1));
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    var shares = new Share[] {new Share(one, 3, 5), new Share(other, 1, 1)};
    for (int i = 0; i < 3; i++) {
      assertThat(takes(shares)).isTrue();
      assertThat(takes(shares)).isFalse();
      caps.giveBack(List.of(shares));
    }
  }

  @Test
  void nothingIsGivenBackOfWhatWasNeverCounted() {
    caps.giveBack(List.of(new Share(one, 1, 1)));
    assertThat(takes(new Share(one, 1, 1))).isTrue();
    assertThat(takes(new Share(one, 1, 1))).isFalse();
  }

  @Test
  void lowersByNoMoreThanIsCounted() {
    caps.lower(one, 1);
    takes(new Share(one, 4, 5));
    caps.lower(one, 5);
    assertThat(takes(new Share(one, 2, 5))).isFalse();
    caps.lower(one, 3);
    assertThat(takes(new Share(one, 4, 5))).isTrue();
    assertThat(takes(new Share(one, 1, 5))).isFalse();
  }

  @Test
  void r4_givesNoMoreToManyAtOnce() {
    var taken = Together.run(20, _ -> takes(new Share(one, 1, 7), new Share(other, 2, 100)));
    assertThat(taken).filteredOn(Boolean.TRUE::equals).hasSize(7);
    assertThat(takes(new Share(other, 86, 100))).isTrue();
    assertThat(takes(new Share(other, 1, 100))).isFalse();
  }
}
