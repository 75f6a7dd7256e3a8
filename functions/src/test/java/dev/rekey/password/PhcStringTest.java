package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhcStringTest {
  private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";
  private static final String TAG = "ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE";

  private static String phc(int memory, int passes, int lanes) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(memory, passes, lanes, SALT, TAG);
  }

  /** The ceilings of HashCost, and what RFC 9106 wants at least: eight KiB a lane. */
  @ParameterizedTest
  @CsvSource({"1048576, 1, 1", "64, 20, 8", "128, 1, 16", "8, 1, 1"})
  void r31_hashesAtTheBoundsAreRead(int memory, int passes, int lanes) {
    assertThat(PhcString.parse(phc(memory, passes, lanes)).map(PhcString::text))
        .contains(phc(memory, passes, lanes));
  }

  @ParameterizedTest
  @CsvSource({"1048577, 1, 1", "64, 21, 8", "136, 1, 17", "127, 1, 16", "7, 1, 1"})
  void r31_hashesBeyondTheBoundsAreNot(int memory, int passes, int lanes) {
    assertThat(PhcString.parse(phc(memory, passes, lanes))).isEmpty();
  }

  /** One sign more than whole bytes need is no Base64 of anything. */
  @ParameterizedTest
  @ValueSource(ints = {13, 17})
  void r31_aSaltOrTagOfNoWholeBytesIsNone(int signs) {
    String start = "$argon2id$v=19$m=8,t=1,p=1$";
    assertThat(PhcString.parse(start + "A".repeat(signs) + "$" + TAG)).isEmpty();
    assertThat(PhcString.parse(start + SALT + "$" + "A".repeat(signs + 16))).isEmpty();
  }

  @Test
  void invariant8_hidesItself() {
    assertThat(PhcString.parse(phc(8, 1, 1)).orElseThrow().toString())
        .isEqualTo("PhcString[hidden]");
  }
}
