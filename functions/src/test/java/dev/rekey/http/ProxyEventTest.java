package dev.rekey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.ProxyEvent.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyEventTest {

  private static ProxyEvent parse(String json) {
    return ProxyEvent.parse(json.getBytes(UTF_8));
  }

  @Test
  void readsPayloadOne() {
    var event = ProxyCall.post("/api/v3/send-email", "{}").event();
    assertThat(event.method()).isEqualTo("POST");
    assertThat(event.path()).isEqualTo("/api/v3/send-email");
    assertThat(event.body()).isEqualTo(new Body.Text("{}"));
    assertThat(event.client()).contains("198.51.100.7");
    assertThat(event.requestId()).contains(ProxyCall.REQUEST_ID);
  }

  @Test
  void readsPayloadTwo() {
    var event =
        ProxyCall.second("post", "/prod/api/v3/send-email")
            .header("content-type", "application/json")
            .body("{}")
            .event();
    assertThat(event.method()).isEqualTo("POST");
    assertThat(event.path()).isEqualTo("/prod/api/v3/send-email");
    assertThat(event.header("Content-Type")).contains("application/json");
    assertThat(event.body()).isEqualTo(new Body.Text("{}"));
    assertThat(event.client()).contains("198.51.100.7");
  }

  @Test
  void r9_thePayloadOfTwoIsNeverReadByTheFormOfOne() {
    var event =
        parse(
            """
            {"version":"2.0","httpMethod":"GET","path":"/x","rawPath":"/api/v3/system",
             "requestContext":{"identity":{"sourceIp":"10.0.0.1"},
               "http":{"method":"POST","sourceIp":"198.51.100.7"}}}
            """);
    assertThat(event.method()).isEqualTo("POST");
    assertThat(event.path()).isEqualTo("/api/v3/system");
    assertThat(event.client()).contains("198.51.100.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//api/v3/system", "/api///v3//system", "/api/v3/system"})
  void severalSlashesAreOne(String path) {
    assertThat(ProxyCall.of("GET", path).event().path()).isEqualTo("/api/v3/system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3/system/", "/api/v3/system//"})
  void slashesAtTheEndAreNone(String path) {
    assertThat(ProxyCall.of("GET", path).event().path()).isEqualTo("/api/v3/system");
    assertThat(ProxyCall.second("GET", path).event().path()).isEqualTo("/api/v3/system");
  }

  @Test
  void decodesBase64() {
    var event = ProxyCall.of("POST", "/").base64("{\"a\":\"密\"}".getBytes(UTF_8)).event();
    assertThat(event.body()).isEqualTo(new Body.Text("{\"a\":\"密\"}"));
  }

  @Test
  void bytesThatAreNoTextAreUnreadable() {
    assertThat(ProxyCall.of("POST", "/").base64(new byte[] {(byte) 0xC3, 0x28}).event().body())
        .isEqualTo(new Body.Unreadable(2));
    assertThat(parse("{\"isBase64Encoded\":true,\"body\":\"!!\"}").body())
        .isEqualTo(new Body.Unreadable(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"headers\":null,\"body\":null,\"requestContext\":null}",
        "{\"headers\":[],\"body\":{},\"path\":7,\"requestContext\":{\"identity\":null}}"
      })
  void whatIsMissingIsEmpty(String json) {
    var event = parse(json);
    assertThat(event.headers()).isEmpty();
    assertThat(event.client()).isEmpty();
    assertThat(event.requestId()).isEmpty();
    assertThat(event.body()).isEqualTo(new Body.Text(""));
  }

  @Test
  void headersAreFoundInAnyCaseAndStripped() {
    var event = ProxyCall.of("GET", "/").header("X-Authing-App-Id", " app ").event();
    assertThat(event.header("x-authing-app-id")).contains("app");
    assertThat(event.contractHeader("app-id")).contains("app");
    assertThat(ProxyCall.of("GET", "/").header("a", " ").event().header("a")).isEmpty();
  }

  @Test
  void authingComesBeforeGenauth() {
    var call = ProxyCall.of("GET", "/").header("x-genauth-lang", "ja-JP");
    assertThat(call.event().contractHeader("lang")).contains("ja-JP");
    assertThat(call.header("x-authing-lang", "en-US").event().contractHeader("lang"))
        .contains("en-US");
  }

  @Test
  void r18_nothingOfTheCallIsShown() {
    var event = ProxyCall.post("/", "777123").header("authorization", "canary").event();
    assertThat(event.toString() + event.body()).doesNotContain("777123", "canary");
  }
}
