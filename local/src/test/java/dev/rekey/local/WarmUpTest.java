package dev.rekey.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRunner.class)
class WarmUpTest {

  @Test
  void theRunnerItselfMakesTheFirstCall(RunnerUnderTest runner) {
    runner.awaitLine("ready: ");
    assertThat(runner.output().lines().findFirst().orElseThrow())
        .contains("app_checked", "/api/v3/check-app-id-secret");
  }
}
