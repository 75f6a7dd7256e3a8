package dev.rekey.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of the wire and the schemas of the same name say the same. */
class WireRecordsTest {
  private static final ApiFile FILE = ApiFile.shipped();
  private static final Path SOURCES = Path.of("../functions/src/main/java");

  /** A field that is on one side alone is red, whichever side. */
  @ParameterizedTest
  @MethodSource("wireRecords")
  void saysTheSameAsTheFile(Class<?> type) {
    var schema = FILE.schema(type.getSimpleName());
    assertThat(WireRecord.of(FILE, type, schema).differences()).isEmpty();
  }

  @Test
  void hasARecordForEachBodyAndDataOfTheFile() throws IOException {
    var schemas =
        FILE.components().path("schemas").propertyNames().stream().filter(WireRecordsTest::isWire);
    assertThat(schemas)
        .containsExactlyInAnyOrderElementsOf(wireRecords().map(Class::getSimpleName).toList());
  }

  /** No hint, no question: what is asked for is what the contract has. */
  @Test
  void r29_theFieldsOfBodiesAreTheseAndNoOthers() throws IOException {
    var fields =
        wireRecords()
            .filter(type -> type.getSimpleName().endsWith("Body"))
            .filter(type -> !type.getSimpleName().equals("SystemBody")) // an answer
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .distinct();
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "email",
            "phoneNumber",
            "phoneCountryCode",
            "channel",
            "codeType",
            "emailCodePayload",
            "smsCodePayload",
            "verifyMethod",
            "emailPassCodePayload",
            "phonePassCodePayload",
            "passwordResetToken",
            "password",
            "passwordEncryptType",
            "appId",
            "appSecret");
  }

  private record Sample(
      String text, Optional<String> more, Kind kind, long count, Map<String, Inner> inner) {
    enum Kind {
      ONE,
      TWO
    }

    record Inner(boolean on) {}
  }

  private static final String SAME =
      """
      {"required":["text","kind","count","inner"],"properties":{
      "text":{"type":"string"},
      "more":{"type":["string","null"]},
      "kind":{"anyOf":[{"enum":["ONE","TWO"]},{"type":"string","pattern":"^(one|two)$"}]},
      "count":{"type":"integer"},
      "inner":{"type":"object","properties":{"x":{"type":"object","required":["on"],"properties":{
      "on":{"type":"boolean"}}}}}}}
      """;

  @Test
  void findsNoDifferenceWhereThereIsNone() {
    assertThat(differences("", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"text\":{\"type\":\"string\"}     | \"text\":{\"type\":\"boolean\"}  | Sample.text has"
            + " another type",
        "\"more\":{\"type\":[\"string\"     | \"more\":{\"type\":[\"array\"    | Sample.more has"
            + " another type",
        "\"integer\"                        | \"number\"                     | Sample.count has"
            + " another type",
        "\"text\":                          | \"test\":                      | Sample.test is in"
            + " the file alone",
        "\"more\":                          | \"less\":                      | Sample.more is in"
            + " the record alone",
        "\"on\":                            | \"off\":                       | Sample.inner.off is"
            + " in the file alone",
        "[\"text\",                         | [\"more\",\"text\",            | Sample.more is"
            + " optional on one side",
        "[\"text\",                         | [                              | Sample.text is"
            + " optional on one side",
        "\"TWO\"                            | \"TWO\",\"THREE\"              | Sample.kind is THREE"
            + " in the file alone",
        "[\"ONE\",                          | [                              | Sample.kind is not"
            + " ONE in the file",
        "(one;two)                            | (one)                          | Sample.kind is not"
            + " two in the file"
      })
  void tellsEachDifference(String from, String to, String difference) {
    assertThat(differences(from, to)).anyMatch(it -> it.startsWith(difference));
  }

  private static List<String> differences(String from, String to) {
    var said = from.replace(';', '|');
    assertThat(SAME).contains(said);
    var schema = Json.readObject(SAME.replace(said, to));
    return WireRecord.of(FILE, Sample.class, schema).differences();
  }

  static Stream<Class<?>> wireRecords() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(file -> isWire(file.replace(".java", "")))
          .<Class<?>>map(file -> type(file.replace(".java", "").replace('/', '.')))
          .filter(Class::isRecord)
          .toList()
          .stream();
    }
  }

  private static boolean isWire(String name) {
    return name.endsWith("Body") || name.endsWith("Data") || name.endsWith("Country");
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
