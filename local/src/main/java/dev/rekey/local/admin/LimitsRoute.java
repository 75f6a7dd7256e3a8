package dev.rekey.local.admin;

import dev.rekey.local.account.LocalLimits;
import dev.rekey.local.wire.Reply;

/** {@code DELETE /_local/limits}. */
public final class LimitsRoute {
  private final LocalLimits limits;

  public LimitsRoute(LocalLimits limits) {
    this.limits = limits;
  }

  Reply forget(Call call) {
    if (!call.query().isEmpty()) {
      throw new BadInput("limits take no parameters");
    }
    limits.forget();
    return Reply.empty();
  }
}
