package dev.rekey.local.contract;

import static dev.rekey.local.LocalValues.APP_ID;
import static dev.rekey.local.LocalValues.APP_SECRET;
import static dev.rekey.local.outside.Envelopes.assertOkData;
import static dev.rekey.local.outside.Envelopes.assertTransport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.wire.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The routes that need no app id, and no route at all. */
final class OpenRoutesVectors {
  private static final String JSON = "application/json; charset=utf-8";
  private static final Map<String, String> NO_APP = Map.of("content-type", "application/json");
  private static final List<String> NO_ROUTES =
      List.of("/api/v3/nothing", "/api/v3/", "/", "/api/v3/send-email/more");

  private OpenRoutesVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("1", "the public keys come without an envelope", OpenRoutesVectors::showsKeys),
        new Vector("55", "the secret of an app is valid", OpenRoutesVectors::rightSecret),
        new Vector("56", "another secret is not valid", OpenRoutesVectors::wrongSecret),
        new Vector("57", "the countries are listed", OpenRoutesVectors::countries),
        new Vector(
            "60a", "a GET of an unknown path gets an envelope", OpenRoutesVectors::getOfNoRoute),
        new Vector(
            "60b", "a POST to an unknown path gets an envelope", OpenRoutesVectors::postOfNoRoute));
  }

  private static void showsKeys(Scene scene) {
    var answer = scene.deciding(scene.api().get("/api/v3/system"));

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

  private static void rightSecret(Scene scene) {
    var data = assertOkData(scene.deciding(check(scene, APP_SECRET)), "valid", "message");

    assertThat(data.path("valid").isBoolean() && data.path("valid").booleanValue()).isTrue();
  }

  private static void wrongSecret(Scene scene) {
    var data = assertOkData(scene.deciding(check(scene, "wrong")), "valid", "message");

    assertThat(data.path("valid").isBoolean()).isTrue();
    assertThat(data.path("valid").booleanValue()).isFalse();
    assertThat(data.path("message").asString()).isNotBlank();
  }

  private static void countries(Scene scene) {
    var answer = scene.deciding(scene.api().get("/api/v3/get-country-list"));

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

  private static void getOfNoRoute(Scene scene) {
    NO_ROUTES.stream().skip(1).forEach(path -> assertTransport(scene.api().get(path), 404));

    assertTransport(scene.deciding(scene.api().get(NO_ROUTES.getFirst())), 404);
  }

  private static void postOfNoRoute(Scene scene) {
    NO_ROUTES.stream()
        .skip(1)
        .forEach(path -> assertTransport(scene.api().post(path, Map.of()), 404));

    assertTransport(scene.deciding(scene.api().post(NO_ROUTES.getFirst(), Map.of())), 404);
  }

  private static Answer check(Scene scene, String secret) {
    return scene
        .api()
        .post(
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
