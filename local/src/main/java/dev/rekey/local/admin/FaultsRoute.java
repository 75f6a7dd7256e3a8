package dev.rekey.local.admin;

import dev.rekey.local.fault.Faults;
import dev.rekey.local.fault.FaultsJson;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;

/** {@code PUT /_local/faults}. */
public final class FaultsRoute {
  private final Faults faults;

  public FaultsRoute(Faults faults) {
    this.faults = faults;
  }

  Reply replace(Call call) {
    try {
      var json = Json.readObject(call.body());
      faults.replace(FaultsJson.read(json));
      return Reply.json(200, json);
    } catch (IllegalArgumentException e) {
      throw new BadInput("faults: " + e.getMessage());
    }
  }
}
