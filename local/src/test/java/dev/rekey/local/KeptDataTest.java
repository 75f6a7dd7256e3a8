package dev.rekey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.local.recorder.Message;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier life kept is read whole, or not at all and left alone. */
class KeptDataTest {
  private static final String VERSION =
      "{\"value\":\"one\",\"createdAt\":\"2026-01-01T00:00:00Z\"}";

  @TempDir private Path folder;

  private void assertBroken(String name, byte[] bytes, ThrowingCallable reading)
      throws IOException {
    var file = Files.write(folder.resolve(name), bytes);

    assertThatExceptionOfType(RunnerException.class)
        .isThrownBy(reading)
        .withMessageContaining(file.toString());
    assertThat(file).hasBinaryContent(bytes);
  }

  private void assertBroken(String name, String text, ThrowingCallable reading) throws IOException {
    assertBroken(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), reading);
  }

  private static Message message(String id) {
    return new Message(id, "SMS", "+447912345678", null, "密码 123456\n", null, Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PT", "5", "PT-1S", "PT999999999H", "PT5S PT6S"})
  void aClockThatWasNeverMovedSo(String text) throws IOException {
    assertBroken("clock", text, () -> new MovableClock(Optional.of(folder)));
  }

  @Test
  void aClockOfOtherBytes() throws IOException {
    assertBroken("clock", new byte[] {(byte) 0xC3, 0x28}, () -> clock());
  }

  private MovableClock clock() {
    return new MovableClock(Optional.of(folder));
  }

  @Test
  void aClockGoesOnWhereItWas() {
    clock().advance(Duration.ofDays(2));
    assertThat(clock().instant()).isAfter(Instant.now().plus(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"keys\":{\"versions\":{\"a\":",
        "{\"keys\":7}",
        "{\"keys\":{}}",
        "{\"keys\":{\"versions\":{\"a\":" + VERSION + "},\"stages\":{}}}",
        "{\"keys\":{\"versions\":{\"a\":" + VERSION + "},\"stages\":{\"AWSCURRENT\":\"b\"}}}",
        "{\"keys\":{\"versions\":{\"a\":{\"value\":\"one\"}},\"stages\":{\"AWSCURRENT\":\"a\"}}}",
      })
  void secretsWithoutACurrentValue(String text) throws IOException {
    assertBroken("secrets.json", text, () -> new SecretStore(Optional.of(folder)));
  }

  @Test
  void secretsThatAreWhole() throws IOException {
    Files.writeString(
        folder.resolve("secrets.json"),
        "{\"keys\":{\"versions\":{\"a\":" + VERSION + "},\"stages\":{\"AWSCURRENT\":\"a\"}}}");
    assertThat(new SecretStore(Optional.of(folder)).current("keys")).contains("one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "garbage\n",
        "\n",
        "null\n",
        "{}\n",
        "{\"id\":\"1\",\"channel\":\"SMS\"}\n",
        "{\"id\":\"1\n{\"id\":\"2\"",
        "[{\"id\":\"1\"",
      })
  void messagesThatAreNone(String text) throws IOException {
    assertBroken("messages.jsonl", text, () -> new MessageLog(Optional.of(folder)));
  }

  @Test
  void onlyALastMessageThatAKillCutShortIsDropped() throws IOException {
    var log = new MessageLog(Optional.of(folder));
    log.add(message("one"));
    long whole = Files.size(folder.resolve("messages.jsonl"));
    log.add(message("two"));
    byte[] both = Files.readAllBytes(folder.resolve("messages.jsonl"));

    for (int length = (int) whole; length < both.length; length++) {
      Files.write(folder.resolve("messages.jsonl"), java.util.Arrays.copyOf(both, length));
      assertThat(new MessageLog(Optional.of(folder)).all()).containsExactly(message("one"));
      assertThat(folder.resolve("messages.jsonl")).hasSize(whole);
    }
  }
}
