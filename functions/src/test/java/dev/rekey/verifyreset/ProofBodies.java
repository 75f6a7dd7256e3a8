package dev.rekey.verifyreset;

import dev.rekey.address.Address;
import dev.rekey.http.Answer;
import dev.rekey.http.Caller;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.BiFunction;

/** The routes of this package as far as they read, for the fuzzer. */
public final class ProofBodies {
  private ProofBodies() {}

  public static List<Route> routes(BiFunction<Address, Caller, Answer> answer) {
    return List.of(
        Route.post(
            "/api/v3/pre-check-code",
            body -> PreCheckBody.read(body).proof("CN"),
            (proof, caller) -> answer.apply(proof.address(), caller)),
        Route.post(
            "/api/v3/verify-reset-password-request",
            body -> VerifyResetRequestBody.read(body).proof("CN"),
            (proof, caller) -> answer.apply(proof.address(), caller)));
  }
}
