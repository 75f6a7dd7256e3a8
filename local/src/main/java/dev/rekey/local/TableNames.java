package dev.rekey.local;

import dev.rekey.local.lambda.LambdaFunction;
import java.util.List;

/** The names of the tables, as the functions hear them. */
record TableNames(String resets, String accounts) {
  static TableNames of(List<LambdaFunction> functions) {
    return new TableNames(
        variable(functions, "REKEY_RESETS_TABLE"), variable(functions, "REKEY_ACCOUNTS_TABLE"));
  }

  private static String variable(List<LambdaFunction> functions, String name) {
    return functions.stream()
        .map(function -> function.spec().environment().get(name))
        .filter(value -> value != null && !value.isEmpty())
        .findFirst()
        .orElseThrow(() -> new RunnerException("template.yaml gives no function " + name));
  }
}
