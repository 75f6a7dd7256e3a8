package dev.rekey.resetpassword;

import dev.rekey.http.Answer;
import dev.rekey.http.Route;
import java.util.function.Function;

/** The route of this package as far as it reads, for the fuzzer. */
public final class ResetBodies {
  private ResetBodies() {}

  /** What is read is handed over as its {@code toString}, which must hide it. */
  public static Route route(Function<String, Answer> answer) {
    return Route.post(
            "/api/v3/reset-password",
            body -> ResetPasswordBody.read(body).wanted(),
            (wanted, _) -> answer.apply(wanted.toString()))
        .unrated();
  }
}
