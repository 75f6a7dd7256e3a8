package dev.rekey.local.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Runs commands as a person's terminal does. Needs {@code sh} and {@code curl}. */
final class Shell {
  private static final int LONGEST = 60; // seconds; only a hang takes that long

  private Shell() {}

  /** All that the commands print; they must end well. */
  static String run(String commands) {
    try {
      var process = new ProcessBuilder("sh", "-c", commands).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(LONGEST, TimeUnit.SECONDS)).as(output).isTrue();
      assertThat(process.exitValue()).as(output).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
