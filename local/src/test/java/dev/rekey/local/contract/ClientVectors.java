package dev.rekey.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import java.util.List;
import java.util.Map;

/** Whole resets by clients, and the hosts that they are given. */
final class ClientVectors {
  /** The requests of vector 62, in the order of its letters. */
  static final List<String> REPLAYED =
      List.of(
          "node-4.0.1.http", "python-5.1.0.http", "php-5.0.0.http", "genauth-python-5.1.0.http");

  private static final String PASSWORD = "密码 seven green bicycles";
  private static final List<String> POSTS =
      List.of(
          Api.SEND_EMAIL,
          Api.SEND_SMS,
          Api.PRE_CHECK,
          Api.VERIFY,
          Api.RESET,
          "/api/v3/check-app-id-secret");
  private static final List<String> GETS = List.of("/api/v3/system", "/api/v3/get-country-list");

  private ClientVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("61", "the Java SDK resets a password", it -> bySdk(it, "")),
        new Vector(
            "62a", "the requests of Node reset a password", it -> replays(it, REPLAYED.get(0))),
        new Vector(
            "62b", "the requests of Python reset a password", it -> replays(it, REPLAYED.get(1))),
        new Vector(
            "62c", "the requests of PHP reset a password", it -> replays(it, REPLAYED.get(2))),
        new Vector(
            "62d",
            "the requests of GenAuth's Python reset a password",
            it -> replays(it, REPLAYED.get(3))),
        new Vector(
            "63a", "the Java SDK, with a host that ends in the stage", it -> bySdk(it, "/prod")),
        new Vector("63b", "the Java SDK, with a host that ends in a slash", it -> bySdk(it, "/")),
        new Vector(
            "63c",
            "the Java SDK, with a host that ends in stage and slash",
            it -> bySdk(it, "/prod/")),
        new Vector(
            "63d", "the Java SDK, with a host without a scheme", ClientVectors::bySdkWithoutScheme),
        new Vector(
            "63e", "every route is there behind stage and slashes", ClientVectors::everyRoute));
  }

  private static void bySdk(Scene scene, String end) throws Exception {
    by(new JavaSdk(scene.host() + end), scene);
  }

  private static void bySdkWithoutScheme(Scene scene) throws Exception {
    by(new JavaSdk(scene.host().getAuthority()), scene);
  }

  private static void by(JavaSdk client, Scene scene) throws Exception {
    client.reset(scene, PASSWORD);
    scene.signsInBy(PASSWORD);
    scene.lastDecides();
  }

  private static void replays(Scene scene, String file) throws Exception {
    Replay.of(HttpFile.read(file), scene);
    scene.lastDecides();
  }

  /** What joining makes of a host that ends in a stage, in a slash or in both. */
  private static void everyRoute(Scene scene) {
    for (var start : List.of("/prod", "/", "//", "/prod/", "//prod", "//prod/")) {
      for (var path : POSTS) {
        var answer = scene.api().post(scene.host() + start + path, Map.of());
        assertThat(answer.statusCode()).as(start + path).isEqualTo(400);
      }
      for (var path : GETS) {
        assertThat(scene.api().get(scene.host() + start + path).status()).isEqualTo(200);
      }
    }
    scene.deciding(scene.api().post(scene.host() + "//prod/" + Api.SEND_EMAIL, Map.of()));
  }
}
