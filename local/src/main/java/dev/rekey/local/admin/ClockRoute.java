package dev.rekey.local.admin;

import dev.rekey.local.MovableClock;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/** {@code POST /_local/clock}. */
public final class ClockRoute {
  private final MovableClock clock;

  public ClockRoute(MovableClock clock) {
    this.clock = clock;
  }

  Reply advance(Call call) {
    var text = Json.text(call.json(Set.of("advance")), "advance");
    if (text == null) {
      throw new BadInput("advance must be a duration such as PT61S");
    }
    try {
      return Reply.json(200, Map.of("now", clock.advance(Duration.parse(text)).toString()));
    } catch (DateTimeParseException e) {
      throw new BadInput("advance must be a duration such as PT61S, not '" + text + "'");
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }
}
