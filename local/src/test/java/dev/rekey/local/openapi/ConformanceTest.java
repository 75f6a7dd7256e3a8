package dev.rekey.local.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check that all other tests lean on lets nothing through that the file does not say. */
class ConformanceTest {
  private static final String SEND = "/api/v3/send-email";
  private static final String REQUEST =
      "{\"email\":\"a@example.com\",\"channel\":\"CHANNEL_RESET_PASSWORD\"}";
  private static final String ID = "\"requestId\":\"934108e5-9fbf-4d24-8da1-c330328abd6c\"";
  private static final String OK = "{\"statusCode\":200,\"message\":\"ok\"," + ID + "}";
  private static final Map<String, String> SENT =
      Map.of("content-type", "application/json;charset=UTF-8", "x-authing-app-id", "app");
  private static final Map<String, String> RECEIVED =
      Map.of(
          "content-type", "application/json; charset=utf-8",
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "strict-transport-security", "max-age=31536000; includeSubDomains",
          "referrer-policy", "no-referrer");

  @ParameterizedTest
  @ValueSource(strings = {SEND, "/" + SEND, "/prod" + SEND, "//prod/" + SEND + "/"})
  void allowsWhatIsDeclared(String path) {
    assertThatCode(() -> Conformance.check(exchange(path, SENT, REQUEST, 200, RECEIVED, OK)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"email\":1}", "not JSON", "{\"email\":\"a@b.c\"} {}", ""})
  void allowsToRefuseAnything(String request) {
    var refusal = "{\"statusCode\":400,\"message\":\"no\"," + ID + "}";
    assertThatCode(() -> Conformance.check(exchange(SEND, SENT, request, 200, RECEIVED, refusal)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"channel\":\"CHANNEL_RESET_PASSWORD\"}                            | email",
        "{\"channel\":\"CHANNEL_RESET_PASSWORD\",\"email\":null}             | /email",
        "{\"channel\":\"CHANNEL_RESET_PASSWORD\",\"email\":\"a.example\"}    | /email",
        "{\"channel\":\"CHANNEL_NOPE\",\"email\":\"a@example.com\"}          | /channel",
        "{\"channel\":1,\"email\":\"a@example.com\"}                         | /channel",
        "[]                                                                  | not a JSON object",
        "{                                                                   | not well-formed"
            + " JSON",
        "''                                                                  | not a JSON object"
      })
  void refusesASuccessOfARequestThatIsNotDeclared(String request, String why) {
    assertRefuses(exchange(SEND, SENT, request, 200, RECEIVED, OK), "succeeded although", why);
  }

  /** The reverse: what the file allows is never malformed. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\"apiCode\":2231,", "\"apiCode\":2101,"})
  void refusesARefusalOfARequestThatIsDeclared(String code) {
    var refusal = "{\"statusCode\":400," + code + "\"message\":\"no\"," + ID + "}";
    assertRefuses(
        exchange(SEND, SENT, REQUEST, 200, RECEIVED, refusal), "refused as malformed", REQUEST);
  }

  @ParameterizedTest
  @MethodSource("unsaid")
  void allowsARefusalForWhatNoSchemaCanSay(String request, String code) {
    var refusal = "{\"statusCode\":400," + code + "\"message\":\"no\"," + ID + "}";
    assertThatCode(() -> Conformance.check(exchange(SEND, SENT, request, 200, RECEIVED, refusal)))
        .doesNotThrowAnyException();
  }

  static Stream<Arguments> unsaid() {
    return Stream.of(
        Arguments.of(REQUEST, "\"apiCode\":2204,"),
        Arguments.of(more("\"more\":" + "[".repeat(16) + "]".repeat(16)), ""),
        Arguments.of(more("\"more\":\"\\ud800\""), ""),
        Arguments.of(more("\"\\udfff\":1"), ""),
        Arguments.of(more("\"more\":" + "1".repeat(1001)), ""),
        Arguments.of(more("\"" + "m".repeat(50_001) + "\":1"), ""),
        Arguments.of(more("\"more\":1,\"more\":1"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.0", "1e3"})
  void takesNoFractionForDigits(String number) {
    var request = "{\"appId\":" + number + ",\"appSecret\":\"a\"}";
    var valid = OK.replace("}", ",\"data\":{\"valid\":true,\"message\":\"ok\"}}");
    var path = "/api/v3/check-app-id-secret";
    assertRefuses(exchange(path, SENT, request, 200, RECEIVED, valid), "succeeded", "/appId");
  }

  private static String more(String fields) {
    return REQUEST.replace("}", "," + fields + "}");
  }

  @Test
  void refusesASuccessWithoutAnIdOrOfAnotherType() {
    var nobody = Map.of("content-type", "application/json");
    assertRefuses(exchange(SEND, nobody, REQUEST, 200, RECEIVED, OK), "x-authing-app-id");
    var form = with(SENT, "content-type", "text/plain");
    assertRefuses(exchange(SEND, form, REQUEST, 200, RECEIVED, OK), "application/json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"statusCode\":200,\"message\":\"ok\",ID,\"code\":1}        | code",
        "{\"statusCode\":200,\"message\":\"ok\",ID,\"apiCode\":1}     | apiCode",
        "{\"statusCode\":200,\"message\":\"ok\"}                      | requestId",
        "{\"statusCode\":200,\"message\":\"\",ID}                     | /message",
        "{\"statusCode\":\"200\",\"message\":\"ok\",ID}               | /statusCode",
        "{\"statusCode\":499,\"apiCode\":2001,\"message\":\"no\",ID}  | /apiCode",
        "{\"statusCode\":499,\"message\":\"no\",ID}                   | /statusCode",
        "<html>                                                       | no JSON"
      })
  void refusesAnAnswerThatIsNotDeclared(String answer, String why) {
    var body = answer.replace("ID", ID);
    assertRefuses(exchange(SEND, SENT, REQUEST, 200, RECEIVED, body), "POST " + SEND, why);
  }

  @Test
  void refusesAStatusTypeOrHeaderThatIsNotDeclared() {
    assertRefuses(exchange(SEND, SENT, REQUEST, 201, RECEIVED, OK), "HTTP 201");
    var html = with(RECEIVED, "content-type", "text/html");
    assertRefuses(exchange(SEND, SENT, REQUEST, 200, html, OK), "content-type is text/html");
    var stored = with(RECEIVED, "cache-control", "public");
    assertRefuses(exchange(SEND, SENT, REQUEST, 200, stored, OK), "Cache-Control");
  }

  @Test
  void readsAnExchangeAsItWentOverTheWire() {
    var call =
        "POST " + SEND + "?a=b HTTP/1.1\r\nX-Authing-App-Id: app\r\nContent-Type: application/json";
    var reply =
        "HTTP/1.1 200 OK\r\n"
            + RECEIVED.entrySet().stream()
                .map(it -> it.getKey() + ":" + it.getValue())
                .collect(Collectors.joining("\r\n"));
    assertThatCode(() -> Conformance.check(Exchange.of(call, REQUEST, reply, OK)))
        .doesNotThrowAnyException();
    assertRefuses(Exchange.of(call, "{}", reply, OK), "POST " + SEND + " ", "email");
  }

  @Test
  void demandsThe404OfTheFileWhereThereIsNoRoute() {
    var notFound = "{\"statusCode\":404,\"message\":\"no\"," + ID + "}";
    var path = "/api/v3/nothing";
    assertThatCode(() -> Conformance.check(exchange(path, SENT, "", 404, RECEIVED, notFound)))
        .doesNotThrowAnyException();
    assertRefuses(exchange(path, SENT, "", 404, RECEIVED, OK), "/statusCode");
    assertRefuses(exchange(path, SENT, "", 200, RECEIVED, OK), "HTTP 404");
    assertRefuses(exchange("/test" + SEND, SENT, REQUEST, 200, RECEIVED, OK), "HTTP 404");
  }

  private static void assertRefuses(Exchange exchange, String... words) {
    assertThatThrownBy(() -> Conformance.check(exchange))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(words);
  }

  private static Exchange exchange(
      String path,
      Map<String, String> sent,
      String request,
      int status,
      Map<String, String> received,
      String answer) {
    return new Exchange("POST", path, headers(sent), request, status, headers(received), answer);
  }

  private static HttpHeaders headers(Map<String, String> headers) {
    return HttpHeaders.of(
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
        (_, _) -> true);
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    var changed = new HashMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
