package dev.rekey.local.contract;

import dev.rekey.local.outside.Answer;

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

  boolean gave(Answer other) {
    return status() == other.status() && answer.body().equals(other.body());
  }

  @Override
  public String toString() {
    return "%s %s%n  %d %s".formatted(call(), request.body(), status(), answer.body());
  }
}
