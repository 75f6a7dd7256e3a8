package dev.rekey.local.admin;

import dev.rekey.local.lambda.AuditLines;
import dev.rekey.local.wire.Reply;

/**
 * {@code GET audit?subject=HASH}, or {@code ?reference=6d3c-4a54} as a notice tells it: what an
 * account would find in the log group of the functions.
 */
public final class AuditRoute {
  private final AuditLines lines;

  public AuditRoute(AuditLines lines) {
    this.lines = lines;
  }

  Reply list(Call call) {
    if (call.has("reference")) {
      return Reply.json(200, lines.ofReference(call.parameter("reference").orElseThrow()));
    }
    String subject =
        call.parameter("subject").orElseThrow(() -> new BadInput("subject is missing"));
    return Reply.json(200, lines.of(subject));
  }
}
