package dev.rekey.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.wire.Json;
import org.junit.jupiter.api.Test;

/** What Operate answers of an address that gets no mail, which no runner can bring about. */
class ActTest {
  @Test
  void saysSinceWhenAndWhyAnAddressGetsNoMail() {
    var answer =
        Json.readObject(
            """
            {"subject":"g6eVwrRyeAgMh6S7","known":true,
             "suppressedSince":"2026-06-01T12:00:00Z","suppressedFor":"COMPLAINT"}
            """);
    assertThat(Act.SHOW.words(answer))
        .containsExactly(
            "subject        g6eVwrRyeAgMh6S7",
            "mail           none since 2026-06-01T12:00:00Z (complaint);"
                + " `rekey account unsuppress` ends it");
  }

  @Test
  void saysThatItGetsMailAgain() {
    var answer = Json.readObject("{\"subject\":\"s\",\"unsuppressed\":true}");
    assertThat(Act.UNSUPPRESS.isDone(answer)).isTrue();
    assertThat(Act.UNSUPPRESS.words(answer)).last().isEqualTo("it gets mail again");
  }
}
