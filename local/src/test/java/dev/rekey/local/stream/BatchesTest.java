package dev.rekey.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.local.template.MappingSpec;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.KeptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private final List<String> calls = new ArrayList<>();

  @Test
  void retriesFromTheFirstFailureAndKeepsWhatIsBeforeIt() throws Exception {
    work(3, NOW, batch -> calls.size() == 1 ? failed("2") : "{}");
    assertThat(calls).containsExactly("1 2 3", "2 3");
    assertThat(checkpoint()).isEqualTo("3");
  }

  @Test
  void countsSeveralFailuresFromTheFirstOfTheBatch() throws Exception {
    work(3, NOW, batch -> calls.size() == 1 ? failed("3", "2") : "{}");
    assertThat(calls).containsExactly("1 2 3", "2 3");
  }

  @Test
  void retriesTheWholeBatchWhenTheFailureIsNotOfIt() throws Exception {
    work(1, NOW, batch -> calls.size() == 1 ? failed("9") : "null");
    assertThat(calls).containsExactly("1", "1");
  }

  @Test
  void halvesABatchThatThrows() throws Exception {
    work(
        2,
        NOW,
        batch -> {
          if (calls.size() == 1) {
            throw new IllegalStateException("broken");
          }
          return "{}";
        });
    assertThat(calls).containsExactly("1 2", "1", "2");
  }

  @Test
  void givesUpARecordOverItsAge() throws Exception {
    work(2, NOW.minus(Duration.ofDays(2)), batch -> "{}");
    assertThat(calls).isEmpty();
    assertThat(checkpoint()).isEqualTo("2");
  }

  @Test
  void goesOnWhereItsPlaceCannotBeKept() throws Exception {
    Files.createDirectories(folder.resolve("point").resolve("in the way"));
    work(3, NOW, batch -> calls.size() == 1 ? failed("2") : "{}");
    assertThat(calls).containsExactly("1 2 3", "2 3");
  }

  @Test
  void keepsTheCheckpointBeforeTheOldestOpenRecord() {
    var progress = new Progress(KeptFile.in(Optional.of(folder), "point"));
    var records = records(3, NOW);
    progress.read("stream", "shard", records);
    progress.finish(records.subList(1, 3));
    assertThat(progress.checkpoint()).isEmpty();
    progress.finish(records.subList(0, 1));
    assertThat(new Progress(KeptFile.in(Optional.of(folder), "point")).checkpoint())
        .contains(new Checkpoint("stream", "shard", "3"));
  }

  @Test
  void endsWithTheRunner() {
    assertThatThrownBy(() ->
            work(
                2,
                NOW,
                _ -> {
                  Thread.currentThread().interrupt();
                  throw new IllegalStateException("stopped");
                }))
        .isInstanceOf(InterruptedException.class);
    assertThat(calls).containsExactly("1 2");
  }

  private interface Function {
    String answer(String batch) throws Exception;
  }

  private void work(int size, Instant createdAt, Function function) throws Exception {
    var progress = new Progress(KeptFile.in(Optional.of(folder), "point"));
    var records = records(size, createdAt);
    progress.read("stream", "shard", records);
    var mapping = new MappingSpec("t", 10, 1, Duration.ofDays(1), true, true, List.of());
    new Batches(
            mapping,
            event -> {
              var batch = numbers(event);
              calls.add(batch);
              return function.answer(batch).getBytes(UTF_8);
            },
            InstantSource.fixed(NOW),
            _ -> {},
            progress)
        .work(records);
  }

  private @Nullable String checkpoint() {
    return new Progress(KeptFile.in(Optional.of(folder), "point"))
        .checkpoint()
        .orElseThrow()
        .after();
  }

  private static List<StreamRecord> records(int size, Instant createdAt) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(i -> new StreamRecord("" + i, "key", createdAt, Json.object().put("n", "" + i)))
        .toList();
  }

  private static String numbers(byte[] event) {
    var numbers = new ArrayList<String>();
    Json.readObject(new String(event, UTF_8))
        .path("Records")
        .forEach(record -> numbers.add(record.path("n").asString()));
    return String.join(" ", numbers);
  }

  private static String failed(String... numbers) {
    var failures = new ArrayList<String>();
    for (var number : numbers) {
      failures.add("{\"itemIdentifier\":\"" + number + "\"}");
    }
    return "{\"batchItemFailures\":[" + String.join(",", failures) + "]}";
  }
}
