package dev.rekey.sendpasscode;

import dev.rekey.address.Address;
import dev.rekey.http.Answer;
import dev.rekey.http.Caller;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.BiFunction;

/** The routes of this package as far as they read, for the fuzzer. */
public final class SendBodies {
  private SendBodies() {}

  public static List<Route> routes(BiFunction<Address, Caller, Answer> answer) {
    return List.of(
        Route.post("/api/v3/send-email", body -> SendEmailBody.read(body).address(), answer::apply),
        Route.post(
            "/api/v3/send-sms", body -> SendSmsBody.read(body).address("CN"), answer::apply));
  }
}
