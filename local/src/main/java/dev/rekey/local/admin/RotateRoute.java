package dev.rekey.local.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.keyrotation.RotationStep;
import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.KeyringJson;
import dev.rekey.local.lambda.FunctionError;
import dev.rekey.local.lambda.Functions;
import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.secrets.SecretStore;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code POST rotate}: rotates the keys as Secrets Manager does by its schedule, one step after the
 * other. Answers the ids of all keys that are listed then, by kind.
 */
public final class RotateRoute {
  private static final String NAME = "RotateKeys";

  private final LambdaFunction function;
  private final SecretStore secrets;
  private final String secret;

  /** Finds the function among those of the template. */
  public RotateRoute(List<LambdaFunction> functions, SecretStore secrets, String secret) {
    this.function = Functions.named(NAME, functions);
    this.secrets = secrets;
    this.secret = secret;
  }

  Reply rotate(Call call) {
    var version = secrets.beginRotation(secret);
    try {
      for (var step : RotationStep.values()) {
        var event = Map.of("Step", step.word(), "SecretId", secret, "ClientRequestToken", version);
        function.invoke(Json.text(event).getBytes(UTF_8));
      }
      return Reply.json(200, listed());
    } catch (FunctionError fault) {
      return Reply.line(500, String.valueOf(fault.getMessage()));
    }
  }

  private Map<String, List<String>> listed() {
    var keyring = KeyringJson.read(secrets.current(secret).orElseThrow());
    var ids = new LinkedHashMap<String, List<String>>();
    Stream.<KeySet<?>>of(
            keyring.peppers(),
            keyring.codeKeys(),
            keyring.sealKeys(),
            keyring.rsaPairs(),
            keyring.sm2Pairs())
        .forEach(
            kind -> ids.put(kind.kind(), kind.keys().stream().<String>map(Keyed::id).toList()));
    return ids;
  }
}
