package dev.rekey.local.secrets;

import static dev.rekey.local.secrets.Secret.CURRENT;

import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON protocol of Secrets Manager for the calls that make, read and rotate a secret. */
public final class SecretsEnd {
  private final SecretStore store;
  private final InstantSource clock;

  public SecretsEnd(SecretStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Answers one call.
   *
   * @param target the header {@code X-Amz-Target}, {@code secretsmanager.Operation}
   */
  public Reply answer(@Nullable String target, String body) {
    try {
      return Reply.of(200, "application/x-amz-json-1.1", Json.text(call(target, body)));
    } catch (Refusal refusal) {
      var error = Json.object().put("__type", refusal.code).put("message", refusal.line);
      return Reply.of(400, "application/x-amz-json-1.1", Json.text(error));
    }
  }

  private ObjectNode call(@Nullable String target, String body) {
    var request = request(body);
    return switch (target == null ? "" : target.replace("secretsmanager.", "")) {
      case "CreateSecret" -> create(request);
      case "GetSecretValue" -> get(request);
      case "PutSecretValue" -> put(request);
      case "DescribeSecret" -> found(store.look(id(request), SecretsEnd::description));
      case "UpdateSecretVersionStage" -> moveStage(request);
      default -> throw new Refusal("InvalidRequestException", "unknown operation " + target);
    };
  }

  private static ObjectNode request(String body) {
    try {
      return Json.readObject(body);
    } catch (IllegalArgumentException e) {
      throw new Refusal("InvalidRequestException", "the body is " + e.getMessage());
    }
  }

  private ObjectNode create(ObjectNode request) {
    var name = required(request, "Name");
    if (!store.create(name)) {
      throw new Refusal("ResourceExistsException", "a secret " + name + " exists");
    }
    return found(store.change(name, secret -> putInto(secret, request)));
  }

  private ObjectNode put(ObjectNode request) {
    required(request, "SecretString");
    return found(store.change(id(request), secret -> putInto(secret, request)));
  }

  private ObjectNode putInto(Secret secret, ObjectNode request) {
    var answer = named(secret);
    var value = Json.text(request, "SecretString");
    if (value == null) {
      return answer;
    }
    var token = Json.text(request, "ClientRequestToken");
    var id = token == null ? UUID.randomUUID().toString() : token;
    var earlier = secret.version(id);
    if (earlier.isPresent() && !earlier.get().value().equals(value)) {
      throw new Refusal("ResourceExistsException", "the version exists with another value");
    }
    var stages = stages(request);
    if (earlier.isEmpty()) {
      secret.add(new Secret.Version(id, value, clock.instant()));
      stages.forEach(stage -> secret.stage(stage, id));
    }
    stages.forEach(answer.put("VersionId", id).putArray("VersionStages")::add);
    return answer;
  }

  private static List<String> stages(ObjectNode request) {
    var stages = request.path("VersionStages");
    return stages.isArray()
        ? stages.valueStream().map(JsonNode::asString).toList()
        : List.of(CURRENT);
  }

  private ObjectNode get(ObjectNode request) {
    return found(store.look(id(request), secret -> value(secret, request)));
  }

  private static ObjectNode value(Secret secret, ObjectNode request) {
    var id = Json.text(request, "VersionId");
    var stage = Json.text(request, "VersionStage");
    var version =
        (id == null ? secret.staged(stage == null ? CURRENT : stage) : secret.version(id))
            .orElseThrow(
                () -> new Refusal("ResourceNotFoundException", "no such version of the secret"));
    var stages = secret.stagesByVersion().get(version.id());
    if (id != null && stage != null && (stages == null || !stages.contains(stage))) {
      throw new Refusal("InvalidRequestException", "the version does not bear that stage");
    }
    var answer =
        named(secret)
            .put("VersionId", version.id())
            .put("SecretString", version.value())
            .put("CreatedDate", version.createdAt().getEpochSecond());
    if (stages != null) {
      stages.forEach(answer.putArray("VersionStages")::add);
    }
    return answer;
  }

  private static ObjectNode description(Secret secret) {
    var answer = named(secret).put("RotationEnabled", true); // as the template schedules it
    var versions = answer.putObject("VersionIdsToStages");
    secret.stagesByVersion().forEach((id, stages) -> stages.forEach(versions.putArray(id)::add));
    return answer;
  }

  private ObjectNode moveStage(ObjectNode request) {
    var stage = required(request, "VersionStage");
    var to = Json.text(request, "MoveToVersionId");
    var from = Json.text(request, "RemoveFromVersionId");
    return found(store.change(id(request), secret -> moveStage(secret, stage, from, to)));
  }

  private static ObjectNode moveStage(
      Secret secret, String stage, @Nullable String from, @Nullable String to) {
    var holder = secret.versionWith(stage);
    if (holder.isPresent() && to != null && !holder.get().equals(from)) {
      throw new Refusal(
          "InvalidParameterException", "the stage must be removed from the version that bears it");
    }
    if (to == null) {
      secret.unstage(stage);
    } else if (secret.version(to).isEmpty()) {
      throw new Refusal("ResourceNotFoundException", "no such version of the secret");
    } else {
      secret.stage(stage, to);
    }
    return named(secret);
  }

  private static ObjectNode named(Secret secret) {
    return Json.object().put("ARN", secret.arn()).put("Name", secret.name());
  }

  private static String id(ObjectNode request) {
    return required(request, "SecretId");
  }

  private static String required(ObjectNode request, String name) {
    var value = Json.text(request, name);
    if (value == null || value.isEmpty()) {
      throw new Refusal("InvalidParameterException", name + " is missing");
    }
    return value;
  }

  private static ObjectNode found(Optional<ObjectNode> answer) {
    return answer.orElseThrow(() ->
        new Refusal(
            "ResourceNotFoundException", "Secrets Manager can't find the specified secret."));
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String line;

    Refusal(String code, String line) {
      super(line, null, false, false);
      this.code = code;
      this.line = line;
    }
  }
}
