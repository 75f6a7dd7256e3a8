package dev.rekey.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamReaderTest {
  private static final String STREAM = "arn";
  private static final int READS = 20;

  private final FakeStreams streams = new FakeStreams();

  private StreamReader fromTheOldest() {
    return StreamReader.goingOn(streams, STREAM, Optional.empty());
  }

  /** The numbers of all that comes, each with its shard. */
  private static List<String> read(StreamReader reader) {
    var read = new ArrayList<String>();
    for (int i = 0; i < READS; i++) {
      reader.next().forEach(record -> read.add(reader.shard() + record.sequenceNumber()));
    }
    return read;
  }

  @Test
  void readsEveryShard() {
    streams.shard("a", null);
    streams.shard("b", null);
    streams.shard("c", null);
    streams.write("a", "1", "2");
    streams.write("c", "3");
    assertThat(read(fromTheOldest())).containsExactlyInAnyOrder("a1", "a2", "c3");
  }

  @Test
  void readsAShardAfterItsParentAndBothHalvesOfASplit() {
    streams.shard("a", "older than a day");
    streams.shard("b", "a");
    streams.shard("c", "a");
    streams.write("a", "1", "2", "3");
    streams.write("b", "4");
    streams.write("c", "5");
    var reader = fromTheOldest();
    assertThat(read(reader)).containsExactly("a1", "a2", "a3");
    streams.close("a");
    assertThat(read(reader)).containsExactlyInAnyOrder("b4", "c5");
  }

  @Test
  void findsAShardThatIsListedLate() {
    streams.shard("a", null);
    streams.close("a");
    var reader = fromTheOldest();
    assertThat(read(reader)).isEmpty();
    streams.shard("b", "a");
    streams.write("b", "1");
    assertThat(read(reader)).containsExactly("b1");
  }

  @Test
  void findsTheFirstShardOfAStreamThatHadNone() {
    var reader = StreamReader.fromNow(streams, STREAM);
    assertThat(read(reader)).isEmpty();
    streams.shard("a", null);
    streams.write("a", "1");
    assertThat(read(reader)).containsExactly("a1");
  }

  @Test
  void fromNowLeavesAloneWhatWasWrittenBefore() {
    streams.shard("a", null);
    streams.shard("b", "a");
    streams.write("a", "1");
    streams.close("a");
    streams.write("b", "2");
    var reader = StreamReader.fromNow(streams, STREAM);
    streams.write("b", "3");
    assertThat(read(reader)).containsExactly("b3");
  }

  @Test
  void goesOnAfterItsCheckpoint() {
    streams.shard("a", null);
    streams.shard("b", "a");
    streams.shard("c", "b");
    streams.write("a", "1");
    streams.write("b", "2", "3");
    streams.write("c", "4");
    streams.close("a");
    streams.close("b");
    var checkpoint = new Checkpoint(STREAM, "b", "2");
    assertThat(read(StreamReader.goingOn(streams, STREAM, Optional.of(checkpoint))))
        .containsExactly("b3", "c4");
  }

  @Test
  void aCheckpointOfAShardThatIsGoneOrOfAnotherStreamIsNone() {
    streams.shard("b", "a");
    streams.write("b", "1");
    var gone = new Checkpoint(STREAM, "a", "0");
    var other = new Checkpoint("another", "b", "1");
    assertThat(read(StreamReader.goingOn(streams, STREAM, Optional.of(gone))))
        .containsExactly("b1");
    assertThat(read(StreamReader.goingOn(streams, STREAM, Optional.of(other))))
        .containsExactly("b1");
  }

  @Test
  void repeatsNothingWhenAnIteratorExpires() {
    streams.shard("a", null);
    streams.write("a", "1", "2");
    var reader = fromTheOldest();
    assertThat(reader.next()).hasSize(1);
    streams.expire();
    assertThat(read(reader)).containsExactly("a2");
  }
}
