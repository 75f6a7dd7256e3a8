package dev.rekey.local.contract;

import dev.rekey.local.openapi.Conformance;
import dev.rekey.local.outside.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request and its answer, as they went over the wire. */
record Exchange(HttpMessage request, HttpMessage answer) {
  /** Method and target. */
  String call() {
    return request.firstLine().replaceFirst(" HTTP/.*", "");
  }

  /** The HTTP status. */
  int status() {
    return Integer.parseInt(answer.firstLine().split(" ", -1)[1]);
  }

  /** The body of the answer; what is no JSON fails the test. */
  JsonNode json() {
    return JsonMapper.shared().readTree(answer.body());
  }

  boolean gave(Answer other) {
    return status() == other.status() && answer.body().equals(other.body());
  }

  /** Fails where {@code docs/openapi.yaml} says otherwise. */
  void check() {
    Conformance.check(
        dev.rekey.local.openapi.Exchange.of(
            request.head(), request.body(), answer.head(), answer.body()));
  }

  @Override
  public String toString() {
    return "%s %s%n  %d %s".formatted(call(), request.body(), status(), answer.body());
  }
}
