package dev.rekey.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {

  /** Samples of RFC 3492 section 7.1. */
  @ParameterizedTest
  @CsvSource({
    "ليهمابتكلموشعربي؟, egbpdaj6bu4bxfgehfvwxn",
    "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
    "他們爲什麽不說中文, ihqwctvzc91f659drss3x8bo0yb",
    "3年b組金八先生, 3b-ww4c5e180e575a65lsy2b",
    "安室奈美恵-with-super-monkeys, -with-super-monkeys-pc58ag80a8qai00g7n9n",
    "そのスピードで, d9juau41awczczp",
  })
  void encodesTheSamplesOfTheStandard(String label, String encoded) {
    assertThat(Punycode.encode(label)).isEqualTo(encoded);
    assertThat(Punycode.decode(encoded)).hasValue(label);
  }

  @Test
  void agreesWithTheJdkWhereThatKnowsTheLetters() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String label = label(random);
      assertThat("xn--" + Punycode.encode(label))
          .as("seed %d, label %s", seed, label)
          .isEqualTo(IDN.toASCII(label));
      assertThat(Punycode.decode(Punycode.encode(label))).as("seed %d", seed).hasValue(label);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"z", "abc-z", "99999999", "bcher-kv_", "bcher-KVA", "zzzzzzzzzzzzzz"})
  void decodesNothingThatBreaksOffOrIsBeyondUnicode(String encoded) {
    assertThat(Punycode.decode(encoded)).isEmpty();
  }

  /** Whatever comes out of any text, it comes out without a fault. */
  @Test
  void survivesAnyText() {
    long seed = 20_260_102;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append("abcz089-".charAt(random.nextInt(8)));
      }
      assertThatCode(() -> Punycode.decode(text.toString()).ifPresent(Punycode::encode))
          .as("seed %d, text %s", seed, text)
          .doesNotThrowAnyException();
    }
  }

  private static String label(Random random) {
    StringBuilder label = new StringBuilder().append((char) random.nextInt(0x4e00, 0x9fa6));
    for (int length = random.nextInt(12); length > 0; length--) {
      label.append(
          (char)
              (random.nextBoolean() ? random.nextInt('a', 'z' + 1) : random.nextInt(0xe0, 0xf6)));
    }
    return label.append((char) random.nextInt(0x4e00, 0x9fa6)).toString();
  }
}
