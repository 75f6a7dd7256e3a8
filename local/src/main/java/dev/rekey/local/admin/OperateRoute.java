package dev.rekey.local.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.lambda.FunctionError;
import dev.rekey.local.lambda.Functions;
import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.wire.Reply;
import java.util.List;

/**
 * {@code POST operate}: the operators' function, which in an account is invoked through IAM alone.
 */
public final class OperateRoute {
  private static final String NAME = "Operate";

  private final LambdaFunction function;

  /** Finds it among the functions of the template. */
  public OperateRoute(List<LambdaFunction> functions) {
    function = Functions.named(NAME, functions);
  }

  Reply invoke(Call call) {
    try {
      var answer = function.invoke(call.body().getBytes(UTF_8));
      return Reply.of(200, "application/json", new String(answer, UTF_8));
    } catch (FunctionError fault) {
      return Reply.line(500, String.valueOf(fault.getMessage()));
    }
  }
}
