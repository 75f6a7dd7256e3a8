package dev.rekey.local.openapi;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.http.Purpose;
import dev.rekey.local.wire.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The channels of the file are those that the service knows, each in any case. */
class ChannelsTest {
  private static final ApiFile FILE = ApiFile.shipped();
  private static final BodySchema MAIL = new BodySchema(FILE, FILE.schema("EmailChannel"));
  private static final BodySchema SMS = new BodySchema(FILE, FILE.schema("SmsChannel"));

  static Stream<String> ofMail() {
    return inEitherCase("EmailChannel");
  }

  static Stream<String> ofSms() {
    return inEitherCase("SmsChannel");
  }

  @ParameterizedTest
  @MethodSource("ofMail")
  void knowsTheChannelsOfMail(String name) {
    assertThat(MAIL.problems(Json.tree(name))).isEmpty();
    assertThatThrownBy(() -> Purpose.checkMail(name)).hasMessage("CHANNEL_NOT_SERVED");
  }

  @ParameterizedTest
  @MethodSource("ofSms")
  void knowsTheChannelsOfSms(String name) {
    assertThat(SMS.problems(Json.tree(name))).isEmpty();
    assertThatThrownBy(() -> Purpose.checkSms(name)).hasMessage("CHANNEL_NOT_SERVED");
  }

  /** All but the one that is served. */
  private static Stream<String> inEitherCase(String schema) {
    var names = FILE.schema(schema).path("anyOf").path(0).path("enum").valueStream();
    return names
        .map(name -> name.asString())
        .filter(name -> !name.equals("CHANNEL_RESET_PASSWORD"))
        .flatMap(name -> List.of(name, name.toLowerCase(ROOT)).stream());
  }
}
