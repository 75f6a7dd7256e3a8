package dev.rekey.local.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.AnswerCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The file has the answers of the registry, in codes and words, and no others. */
class AnswersTest {
  private static final String TEXTS = "/dev/rekey/message/answers_zh-CN.properties";

  private final ApiFile file = ApiFile.shipped();

  @Test
  void hasTheCodesOfTheRegistry() {
    var known = new TreeSet<String>();
    for (var code : AnswerCode.values()) {
      known.add(line(code.httpStatus(), code.statusCode(), code.apiCode()));
    }
    var declared = new TreeSet<String>();
    for (var path : file.root().path("paths")) {
      for (var operation : path) {
        for (var answer : operation.path("responses").properties()) {
          bodies(answer.getValue())
              .map(body -> line(Integer.parseInt(answer.getKey()), body))
              .forEach(declared::add);
        }
      }
    }
    assertThat(declared).isEqualTo(known);
  }

  @Test
  void showsMessagesThatTheServiceReallySays() throws IOException {
    var texts = new HashSet<String>();
    properties().values().forEach(text -> texts.add(text.toString().replaceAll("\\{0}", "…")));

    var shown = messages(file.root()).collect(toSet());
    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(shown).allMatch(message -> texts.stream().anyMatch(text -> isOf(text, message)));
  }

  /** What stands as a message in any example. */
  private static Stream<String> messages(JsonNode node) {
    return Stream.concat(
        node.optional("message").filter(JsonNode::isString).map(JsonNode::asString).stream(),
        node.valueStream().flatMap(AnswersTest::messages));
  }

  private static boolean isOf(String text, String message) {
    var parts = text.split("…", -1);
    return parts.length == 1
        ? message.equals(text)
        : message.startsWith(parts[0]) && message.endsWith(parts[1]);
  }

  private static Properties properties() throws IOException {
    var properties = new Properties();
    try (var in = Objects.requireNonNull(AnswerCode.class.getResourceAsStream(TEXTS));
        var reader = new InputStreamReader(in, UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private Stream<JsonNode> bodies(JsonNode answer) {
    return file.resolved(answer)
        .path("content")
        .valueStream()
        .map(content -> file.resolved(content.path("schema")))
        .flatMap(schema ->
            schema.has("oneOf")
                ? schema.path("oneOf").valueStream().map(file::resolved)
                : Stream.of(schema));
  }

  /** A body without a statusCode is that of a success. */
  private String line(int httpStatus, JsonNode body) {
    var properties = body.path("properties");
    int statusCode = file.resolved(properties.path("statusCode")).path("const").asInt(200);
    var apiCode = file.resolved(properties.path("apiCode")).path("const");
    return line(
        httpStatus,
        statusCode,
        apiCode.isInt() ? OptionalInt.of(apiCode.intValue()) : OptionalInt.empty());
  }

  private static String line(int httpStatus, int statusCode, OptionalInt apiCode) {
    return "%d %d %s".formatted(httpStatus, statusCode, apiCode);
  }
}
