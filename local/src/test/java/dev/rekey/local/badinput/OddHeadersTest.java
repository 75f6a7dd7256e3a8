package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertTransport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that say more than the service reads: it takes JSON in UTF-8 and answers the same. */
@ExtendWith(SharedRunner.class)
class OddHeadersTest {
  private final Api api;

  OddHeadersTest(RunnerUnderTest runner) {
    api = runner.api();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=gbk",
        "application/json; charset=utf-16",
        "application/json; charset=\"UTF-8\"",
        "application/json; charset=",
        "application/json; charset=nonsense; boundary=x",
        "application/json;;;",
        "  application/json  ;v=1",
        "APPLICATION/JSON"
      })
  void readsJsonAsUtf8WhateverTheCharset(String type) {
    assertOk(send(Map.of("content-type", type)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/json",
        "application/json5",
        "application/ld+json",
        "application/json, text/plain",
        "text/plain; application/json",
        "charset=utf-8",
        "*/*",
        "/"
      })
  void refusesWhatOnlyLooksLikeJson(String type) {
    assertTransport(send(Map.of("content-type", type)), 415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html,application/json;q=0.1",
        "image/png",
        "application/xml",
        ";;"
      })
  void answersJsonWhateverIsAccepted(String accept) {
    assertOk(send(Map.of("accept", accept)));
    assertRefused(send(Map.of("accept", accept, "x-authing-app-id", "nobody")), 499, 2011);
  }

  static String[] junk() {
    return new String[] {
      "junk",
      "Bearer",
      "Bearer ",
      "Bearer a.b.c",
      "Basic !!!",
      "Basic " + "QQ".repeat(2_000),
      "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/execute-api/aws4_request, Signature=00",
      "Digest username=\"x\", realm=\"\"",
      "Negotiate \u00e9"
    };
  }

  @ParameterizedTest
  @MethodSource("junk")
  void ignoresAuthorization(String junk) {
    assertOk(send(Map.of("authorization", junk)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "rekey-local-app ", "\u00e9", "' OR 1=1", "a,rekey-local-app"})
  void readsAnAppIdAsItIs(String app) {
    var answer = send(Map.of("x-authing-app-id", app));

    switch (app) {
      case "rekey-local-app " -> assertOk(answer); // spaces around a header are no part of it
      case "", " " -> assertRefused(answer, 400, 2101);
      default -> assertRefused(answer, 499, 2011);
    }
  }

  /** Authing's spelling counts first (contract section 9). */
  @ParameterizedTest
  @ValueSource(strings = {"x-authing-app-id", "x-genauth-app-id", "X-GENAUTH-APP-ID"})
  void knowsBothSpellingsOfTheAppId(String name) {
    var headers = new HashMap<>(Map.of("content-type", "application/json"));
    headers.put(name, "rekey-local-app");
    assertOk(post(headers));

    headers.put("x-genauth-app-id", "rekey-local-app");
    headers.put("x-authing-app-id", "nobody");
    assertRefused(post(headers), 499, 2011);
  }

  private Answer send(Map<String, String> other) {
    var headers = new HashMap<>(Api.HEADERS);
    headers.putAll(other);
    return post(headers);
  }

  private Answer post(Map<String, String> headers) {
    var answer =
        api.post(Api.SEND_EMAIL, Json.text(Api.mailBody(Person.stranger().email())), headers);
    assertThat(answer.contentType()).isEqualTo("application/json; charset=utf-8");
    return answer;
  }
}
