package dev.rekey.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockListTest {
  private static InputStream entries(int count) {
    var text = IntStream.range(0, count).mapToObj("%06d\n"::formatted).collect(joining());
    return new ByteArrayInputStream(text.getBytes(US_ASCII));
  }

  private static InputStream file(String name) {
    return Objects.requireNonNull(BlockList.class.getResourceAsStream(name));
  }

  @Test
  void r28_theArtefactHoldsTheWholeList() {
    assertThat(BlockList.bundled().size()).isEqualTo(49_233).isGreaterThan(BlockList.MIN_ENTRIES);
  }

  @Test
  void r28_everyEntryIsFound() throws IOException {
    var list = BlockList.bundled();
    try (var lines =
        new BufferedReader(new InputStreamReader(file("blocked-passwords.txt"), US_ASCII))) {
      assertThat(lines.lines())
          .allMatch(line -> list.contains(PasswordText.parse(line).orElseThrow()));
    }
  }

  @Test
  void r28_whatIsNotListedIsNotFound() {
    var list = BlockList.bundled();
    for (var text : new String[] {"", "\n", "passwore", "password\n", "~~~~~~~~~", "密码密码密码密码"}) {
      assertThat(list.contains(PasswordText.parse(text).orElseThrow())).isFalse();
    }
  }

  @Test
  void invariant10_aMissingOrShortOrMixedUpListIsAFault() throws IOException {
    assertThat(BlockList.read(entries(BlockList.MIN_ENTRIES)).size()).isEqualTo(20_000);
    assertThatThrownBy(() -> BlockList.read(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> BlockList.read(entries(BlockList.MIN_ENTRIES - 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("19999");
    var twice = new SequenceInputStream(entries(20_000), entries(20_000));
    assertThatThrownBy(() -> BlockList.read(twice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("order");
  }

  @Test
  void invariant10_aListWithAnEntryTwiceIsAFault() throws IOException {
    var last = new ByteArrayInputStream("019999\n".getBytes(US_ASCII));
    var stream = new SequenceInputStream(entries(BlockList.MIN_ENTRIES), last);
    assertThatThrownBy(() -> BlockList.read(stream))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("order");
  }

  @Test
  void theSourceAndLicenceOfTheListAreNamed() throws IOException {
    assertThat(new String(file("blocked-passwords.NOTICE").readAllBytes(), US_ASCII))
        .contains("@zxcvbn-ts/language-common", "4.1.3", "MIT");
  }
}
