package dev.rekey.local.conformance.rekey;

import dev.rekey.local.conformance.Call;
import dev.rekey.local.conformance.Outcome;
import dev.rekey.local.conformance.Outcome.Done;
import dev.rekey.local.conformance.Outcome.Granted;
import dev.rekey.local.conformance.Outcome.Refused;
import dev.rekey.local.conformance.Outcome.Why;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What the envelope means: sections 3.3 and 9 of the contract. */
final class RekeyAnswers {
  private RekeyAnswers() {}

  static Outcome outcome(Call call, JsonNode body) {
    int status = body.path("statusCode").asInt(0);
    if (status == 200) {
      return done(body.path("data"));
    }
    return new Refused(why(call, status, body.path("apiCode").asInt(0)));
  }

  private static Outcome done(JsonNode data) {
    if (data.has("passwordResetToken")) {
      return new Granted(
          data.path("passwordResetToken").asString(),
          Duration.ofSeconds(data.path("tokenExpiresIn").asLong(0)));
    }
    return data.path("isValid").asBoolean(true) ? new Done() : new Refused(Why.WRONG);
  }

  private static Why why(Call call, int status, int apiCode) {
    return switch (status) {
      case 429 -> Why.THROTTLED;
      case 499 -> business(call, apiCode);
      case 500, 503 -> Why.FAULT;
      default -> Why.MALFORMED;
    };
  }

  private static Why business(Call call, int apiCode) {
    return switch (apiCode) {
      case 2001 -> Why.WRONG;
      case 2300 -> Why.EXPIRED;
      case 2080 -> Why.TOO_SOON;
      case 2016, 2029, 2061 -> Why.UNFIT;
      // The contract has no code for a text that is asked for too soon, nor for a bad token.
      case 0 -> call.path().contains("send-sms") ? Why.TOO_SOON : Why.WRONG;
      default -> Why.MALFORMED;
    };
  }
}
