package dev.rekey.local.contract;

import static dev.rekey.local.LocalValues.APP_ID;
import static dev.rekey.local.LocalValues.APP_SECRET;
import static dev.rekey.local.outside.Envelopes.assertOkData;
import static dev.rekey.local.outside.Envelopes.assertTransport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The routes that need no app id, and no route at all. */
@ExtendWith(SharedRunner.class)
class OpenRoutesVectorsTest {
  private static final String JSON = "application/json; charset=utf-8";
  private static final Map<String, String> NO_APP = Map.of("content-type", "application/json");

  private final Api api;

  OpenRoutesVectorsTest(RunnerUnderTest runner) {
    api = runner.api();
  }

  @Test
  void vector1_showsThePublicKeysWithoutAnEnvelope() {
    var answer = api.get("/api/v3/system");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo(JSON);
    var system = answer.json();
    assertThat(system.propertyNames())
        .containsExactlyInAnyOrder("rsa", "sm2", "version", "publicIps");
    assertThat(system.path("rsa").path("publicKey").asString())
        .matches("-----BEGIN PUBLIC KEY-----\\n[\\s\\S]+\\n-----END PUBLIC KEY-----\\n");
    assertThat(system.path("sm2").path("publicKey").asString()).matches("04[0-9a-f]{128}");
    assertThat(system.path("version").propertyNames())
        .containsExactlyInAnyOrder("server", "console", "login");
    assertThat(system.path("publicIps").isArray()).isTrue();
  }

  @Test
  void vector55_knowsTheSecretOfAnApp() {
    var data = assertOkData(check(APP_SECRET), "valid", "message");

    assertThat(data.path("valid").isBoolean() && data.path("valid").booleanValue()).isTrue();
  }

  @Test
  void vector56_refusesAnotherSecret() {
    var data = assertOkData(check("wrong"), "valid", "message");

    assertThat(data.path("valid").isBoolean()).isTrue();
    assertThat(data.path("valid").booleanValue()).isFalse();
    assertThat(data.path("message").asString()).isNotBlank();
  }

  @Test
  void vector57_listsTheCountries() {
    var answer = api.get("/api/v3/get-country-list");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo(JSON);
    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder("statusCode", "message", "requestId", "data");
    assertThat(answer.data().isArray()).isTrue();
    var china = country(answer.data(), "CN");
    assertThat(china.path("alpha3").asString()).isEqualTo("CHN");
    assertThat(china.path("phoneCountryCode").asString()).isEqualTo("+86");
    assertThat(china.path("name").propertyNames())
        .containsExactlyInAnyOrder("zh-CN", "en-US", "zh-TW", "ja-JP");
    assertThat(china.path("name").path("en-US").path("value").asString()).isEqualTo("China");
    assertThat(china.path("name").path("en-US").path("enabled").isBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3/nothing", "/api/v3/", "/", "/api/v3/send-email/more"})
  void vector60_wrapsAnUnknownPath(String path) {
    assertTransport(api.get(path), 404);
    assertTransport(api.post(path, Map.of()), 404);
  }

  private Answer check(String secret) {
    return api.post(
        "/api/v3/check-app-id-secret",
        Json.text(Map.of("appId", APP_ID, "appSecret", secret)),
        NO_APP);
  }

  private static JsonNode country(JsonNode all, String alpha2) {
    return all.valueStream()
        .filter(country -> country.path("alpha2").asString().equals(alpha2))
        .findFirst()
        .orElseThrow();
  }
}
