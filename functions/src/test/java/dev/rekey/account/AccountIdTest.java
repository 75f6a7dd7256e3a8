package dev.rekey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void anAccountIsCalledSomething(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(text));
    assertThat(new AccountId(text + "a").text()).endsWith("a");
  }
}
