package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rekey.address.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract sections 2.4 and 9. */
class FieldsTest {
  private static final String SECRET = "777123";

  private static Fields fields(String value) {
    return StrictJson.object("{\"f\":" + value + "}");
  }

  private static Answer.Refused refusal(Runnable read) {
    var refused = catchThrowableOfType(MalformedRequest.class, read::run);
    return (Answer.Refused) refused.answer();
  }

  @Test
  void readsText() {
    assertThat(fields("\"x\"").required("f")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void nullAndNothingAreAbsent(String value) {
    assertThat(fields(value).optional("f")).isEmpty();
    assertThat(refusal(() -> fields(value).required("f")).refusal())
        .isEqualTo(AnswerCode.MISSING_FIELD);
    assertThat(fields("1").optional("g")).isEmpty();
  }

  @Test
  void aWholeNumberIsItsDigits() {
    assertThat(fields("123456").required("f")).isEqualTo("123456");
    assertThat(fields("-7").required("f")).isEqualTo("-7");
    assertThat(fields("123456789012345678901234567890").required("f"))
        .isEqualTo("123456789012345678901234567890");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1.5", "1e3", "{}", "[]", "[\"x\"]", "{\"x\":\"y\"}"})
  void anythingElseIsNoText(String value) {
    var refused = refusal(() -> fields(value).optional("f"));
    assertThat(refused.refusal()).isEqualTo(AnswerCode.BAD_VALUE);
    assertThat(refused.values()).containsExactly("f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "1", "[]", "true"})
  void anObjectMustBeOne(String value) {
    assertThat(refusal(() -> fields(value).object("f")).refusal()).isEqualTo(AnswerCode.BAD_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null"})
  void anObjectMustBeThere(String value) {
    assertThat(refusal(() -> fields(value).object("f")).refusal())
        .isEqualTo(AnswerCode.MISSING_FIELD);
    assertThat(refusal(() -> fields(value).object("g")).refusal())
        .isEqualTo(AnswerCode.MISSING_FIELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"SMS\"", "\"sms\"", "\"Sms\""})
  void aChoiceIsReadInAnyCase(String value) {
    assertThat(fields(value).choice("f", Channel.class)).isEqualTo(Channel.SMS);
    assertThat(fields(value).optionalChoice("f", Channel.class)).contains(Channel.SMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"FAX\"", "\" SMS\"", "7", "\"\u017fms\""})
  void aChoiceIsOneOfItsConstants(String value) {
    assertThat(refusal(() -> fields(value).choice("f", Channel.class)).refusal())
        .isEqualTo(AnswerCode.BAD_VALUE);
    assertThat(refusal(() -> fields(value).optionalChoice("f", Channel.class)).refusal())
        .isEqualTo(AnswerCode.BAD_VALUE);
  }

  @Test
  void r18_aRefusalNamesTheFieldAndNeverItsValue() {
    var refused = refusal(() -> fields("[\"" + SECRET + "\"]").required("f"));
    assertThat(refused.toString()).doesNotContain(SECRET);
    var choice = refusal(() -> fields("\"" + SECRET + "\"").choice("f", Channel.class));
    assertThat(choice.toString()).doesNotContain(SECRET);
  }
}
