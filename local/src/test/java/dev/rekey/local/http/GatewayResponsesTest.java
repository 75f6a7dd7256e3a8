package dev.rekey.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.audit.Audit;
import dev.rekey.http.AnswerCode;
import dev.rekey.http.Front;
import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.local.template.Template;
import dev.rekey.local.template.TemplateReader;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;
import dev.rekey.message.Language;
import dev.rekey.message.Texts;
import dev.rekey.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the gateway of the shipped template answers by itself, against the registry of the functions
 * and the headers of their own answers: a client cannot tell who refused it.
 */
class GatewayResponsesTest {
  private static final String REQUEST_ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

  /** Every type that API Gateway has and its status there, and what it means for a client. */
  private static final String TYPES =
      """
      ACCESS_DENIED                  | 403 | DENIED
      API_CONFIGURATION_ERROR        | 500 | FAULT
      AUTHORIZER_CONFIGURATION_ERROR | 500 | FAULT
      AUTHORIZER_FAILURE             | 500 | FAULT
      BAD_REQUEST_BODY               | 400 | MALFORMED
      BAD_REQUEST_PARAMETERS         | 400 | MALFORMED
      DEFAULT_4XX                    | 400 | MALFORMED
      DEFAULT_5XX                    | 500 | FAULT
      EXPIRED_TOKEN                  | 403 | NOT_FOUND
      INTEGRATION_FAILURE            | 504 | UNAVAILABLE
      INTEGRATION_TIMEOUT            | 504 | UNAVAILABLE
      INVALID_API_KEY                | 403 | MALFORMED
      INVALID_SIGNATURE              | 403 | NOT_FOUND
      MISSING_AUTHENTICATION_TOKEN   | 403 | NOT_FOUND
      QUOTA_EXCEEDED                 | 429 | THROTTLED
      REQUEST_TOO_LARGE              | 413 | TOO_LARGE
      RESOURCE_NOT_FOUND             | 404 | NOT_FOUND
      THROTTLED                      | 429 | THROTTLED
      UNAUTHORIZED                   | 401 | MALFORMED
      UNSUPPORTED_MEDIA_TYPE         | 415 | NOT_JSON
      WAF_FILTERED                   | 403 | DENIED
      """;

  private static final Template TEMPLATE =
      TemplateReader.read(
          Path.of("../template.yaml"),
          Map.of("Apps", "app", "MailFrom", "no-reply@example.com"),
          Map.of());

  private final GatewayResponses responses = new GatewayResponses(TEMPLATE.gatewayResponses());

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TYPES)
  void refusesAsTheFunctionsDo(String type, int statusOfAws, AnswerCode code) {
    var reply = responses.reply(type, statusOfAws, REQUEST_ID);

    assertThat(reply.status()).isEqualTo(code.httpStatus());
    assertThat(new String(reply.body(), UTF_8)).isEqualTo(envelope(code));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TYPES)
  void r49_bearsTheHeadersOfTheFunctions(String type, int statusOfAws, AnswerCode code)
      throws IOException {
    assertThat(headers(responses.reply(type, statusOfAws, REQUEST_ID)))
        .as(code.name())
        .isEqualTo(headersOfFunctions());
  }

  /** One without a status would take that of the default, whatever its body says. */
  @Test
  void namesTheStatusOfEveryAnswer() {
    assertThat(TEMPLATE.gatewayResponses().values())
        .allSatisfy(response -> assertThat(response.status()).isPresent());
  }

  private static String envelope(AnswerCode code) {
    var body = Json.object();
    body.put("statusCode", code.statusCode());
    body.put("message", Texts.load().get(Language.ZH_CN, code.key()));
    code.apiCode().ifPresent(apiCode -> body.put("apiCode", apiCode));
    return body.put("requestId", REQUEST_ID).toString();
  }

  private static Map<String, String> headers(Reply reply) {
    return reply.headers().entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(", ", header.getValue())));
  }

  /** Those of an answer that the functions give: to a call that is for none of them. */
  private static Map<String, String> headersOfFunctions() throws IOException {
    var clock = Clock.systemUTC();
    var keys =
        new Keys(
            () -> {
              throw new KeysUnavailable("nobody asks", new IllegalStateException());
            },
            clock,
            Duration.ofMinutes(1));
    var audit = new Audit(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8), clock);
    var settings = Settings.read(TEMPLATE.functions().getFirst().environment());
    var front = new Front(settings, keys, (_, _, _) -> true, audit, clock, List.of());
    var answer = new ByteArrayOutputStream();
    front.serve(new ByteArrayInputStream("{}".getBytes(UTF_8)), answer);
    return Json.texts(Json.readObject(answer.toString(UTF_8)).path("headers"));
  }
}
