package dev.rekey.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreUnavailableTest {
  @Test
  void itsCodeTellsWhatWasTriedAndWhyItFailed() {
    var unavailable = new StoreUnavailable("charge", "ThrottlingException");
    assertThat(unavailable.code()).isEqualTo("charge:ThrottlingException");
    assertThat(unavailable).hasMessage("charge: ThrottlingException");
  }
}
