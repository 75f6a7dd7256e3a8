package dev.rekey.local.admin;

import dev.rekey.local.lambda.AuditLines;
import dev.rekey.local.wire.Reply;

/** {@code GET audit?subject=HASH}: what an account would find in the log group of the functions. */
public final class AuditRoute {
  private final AuditLines lines;

  public AuditRoute(AuditLines lines) {
    this.lines = lines;
  }

  Reply list(Call call) {
    String subject =
        call.parameter("subject").orElseThrow(() -> new BadInput("subject is missing"));
    return Reply.json(200, lines.of(subject));
  }
}
