package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashCostTest {
  @ParameterizedTest
  @CsvSource({"47104, 1, 1", "19456, 2, 1", "12288, 3, 1", "12288, 20, 16", "1048576, 1, 1"})
  void r31_acceptsOwaspsChoicesAndStronger(int memory, int passes, int lanes) {
    assertThat(new HashCost(memory, passes, lanes).memoryKib()).isEqualTo(memory);
  }

  @ParameterizedTest
  @CsvSource({
    "47103, 1, 1",
    "19455, 2, 1",
    "12287, 3, 1",
    "12287, 20, 1",
    "47104, 0, 1",
    "47104, -1, 1",
    "-1, 3, 1",
  })
  void r31_refusesWeakerParameters(int memory, int passes, int lanes) {
    assertThatThrownBy(() -> new HashCost(memory, passes, lanes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weaker than OWASP allows");
  }

  @ParameterizedTest
  @CsvSource({"1048577, 1, 1", "47104, 21, 1", "47104, 1, 0", "47104, 1, 17"})
  void refusesAbsurdParameters(int memory, int passes, int lanes) {
    assertThatThrownBy(() -> new HashCost(memory, passes, lanes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most");
  }
}
