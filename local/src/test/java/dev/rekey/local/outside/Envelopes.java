package dev.rekey.local.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Checks of whole envelopes: contract section 3.1, with the conventions of section 8. */
public final class Envelopes {
  private static final String JSON = "application/json; charset=utf-8";

  private Envelopes() {}

  /** A success without data: exactly statusCode, message and requestId. */
  public static void assertOk(Answer answer) {
    assertEnvelope(answer, 200, 200, List.of());
  }

  /** A success with data that has exactly these members; gives it. */
  public static JsonNode assertOkData(Answer answer, String... members) {
    assertEnvelope(answer, 200, 200, List.of("data"));
    assertThat(answer.data().propertyNames()).containsExactlyInAnyOrder(members);
    return answer.data();
  }

  /** {@code E(statusCode, apiCode)} with HTTP 200. */
  public static void assertRefused(Answer answer, int statusCode, int apiCode) {
    assertEnvelope(answer, 200, statusCode, List.of("apiCode"));
    assertThat(answer.json().path("apiCode").isInt()).isTrue();
    assertThat(answer.json().path("apiCode").intValue()).isEqualTo(apiCode);
  }

  /** {@code E(statusCode, -)} with HTTP 200. */
  public static void assertRefused(Answer answer, int statusCode) {
    assertEnvelope(answer, 200, statusCode, List.of());
  }

  /** A refusal of the transport: HTTP says what the body says, and there is no apiCode. */
  public static void assertTransport(Answer answer, int status) {
    assertEnvelope(answer, status, status, List.of());
  }

  /** An honest fault: 500 or 503 with an envelope. */
  public static void assertFault(Answer answer) {
    assertThat(answer.status()).isIn(500, 503);
    assertEnvelope(answer, answer.status(), answer.status(), List.of("apiCode"));
  }

  /** A success that carries a reset token; gives it. */
  public static String assertToken(Answer answer) {
    var data = assertOkData(answer, "passwordResetToken", "tokenExpiresIn");
    assertThat(data.path("passwordResetToken").isString()).isTrue();
    assertThat(data.path("passwordResetToken").asString()).isNotEmpty();
    assertThat(data.path("tokenExpiresIn").isInt()).as("Go reads an int").isTrue();
    assertThat(data.path("tokenExpiresIn").intValue()).isPositive();
    return data.path("passwordResetToken").asString();
  }

  /** A success that says that the password is set. */
  public static void assertDone(Answer answer) {
    var success = assertOkData(answer, "success").path("success");
    assertThat(success.isBoolean() && success.booleanValue()).isTrue();
  }

  private static void assertEnvelope(
      Answer answer, int httpStatus, int statusCode, List<String> more) {
    var what = "answer %s %s".formatted(answer.status(), answer.body());
    assertThat(answer.status()).as(what).isEqualTo(httpStatus);
    assertThat(answer.contentType()).as(what).isEqualTo(JSON);
    var keys = new ArrayList<>(List.of("statusCode", "message", "requestId"));
    keys.addAll(more);
    var json = answer.json();
    assertThat(json.propertyNames()).as(what).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(json.path("statusCode").isInt()).as(what).isTrue();
    assertThat(answer.statusCode()).as(what).isEqualTo(statusCode);
    assertThat(json.path("message").isString()).as(what).isTrue();
    assertThat(json.path("message").asString()).as(what).isNotBlank();
    var id = json.path("requestId").asString();
    assertThat(UUID.fromString(id)).as(what).hasToString(id);
  }
}
