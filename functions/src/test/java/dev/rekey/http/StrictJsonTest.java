package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract section 9, row JSON. */
class StrictJsonTest {

  private static Stream<String> refused() {
    return Stream.of(
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "1",
        "{",
        "{bad json",
        "{}x",
        "{} {}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"a\":1,\"\\u0061\":2}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":\"tab\there\"}",
        "{/* */}",
        "\uFEFF\uFEFF{}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":[{\"b\":\"\\udfff\"}]}",
        "{\"\\ud800\":1}",
        "{\"a\":" + "1".repeat(1001) + "}",
        "{\"" + "a".repeat(50_001) + "\":1}",
        "{\"a\":".repeat(17) + "1" + "}".repeat(17),
        "[".repeat(10_000) + "]".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatTwoReadersCouldReadInTwoWays(String body) {
    assertThatThrownBy(() -> StrictJson.object(body))
        .isInstanceOf(MalformedRequest.class)
        .hasMessage("MALFORMED")
        .hasNoCause();
  }

  @Test
  void goesSixteenDeep() {
    String body = "{\"a\":".repeat(16) + "1" + "}".repeat(16);
    assertThat(StrictJson.object(body).object("a")).isNotNull();
  }

  @Test
  void takesNumbersAndNamesOfTheLengthsThatTheDescriptionTells() {
    var name = "a".repeat(50_000);
    var digits = "1".repeat(1000);
    assertThat(StrictJson.object("{\"" + name + "\":" + digits + "}").required(name))
        .isEqualTo(digits);
    assertThat(StrictJson.object("{\"a\":-" + digits + "}").required("a")).startsWith("-1");
    assertThat(StrictJson.object("{\"\u5bc6" + name.substring(1) + "\":1}")).isNotNull();
  }

  @Test
  void ignoresOneByteOrderMark() {
    assertThat(StrictJson.object("\uFEFF{\"a\":\"b\"}").required("a")).isEqualTo("b");
  }

  @Test
  void takesPairsOfSurrogates() {
    assertThat(StrictJson.object("{\"a\":\"\\ud83d\\ude00\"}").required("a"))
        .isEqualTo("\uD83D\uDE00");
  }
}
