package dev.rekey.local.contract;

import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests of the clients that vector 62 does not name: Go, C#, mobile, mini-program. */
@ExtendWith(SharedRunner.class)
class ReplayedClientsTest {
  static List<String> files() {
    return HttpFile.names().stream()
        .filter(name -> !ClientVectors.REPLAYED.contains(name))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void resetAPassword(String file, RunnerUnderTest runner) throws Exception {
    try (var scene = new Scene(runner)) {
      Replay.of(HttpFile.read(file), scene);
    }
  }
}
