package dev.rekey.local.secrets;

import dev.rekey.local.RunnerException;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.KeptFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** All secrets, in one file that is replaced as a whole. Thread-safe. */
public final class SecretStore {
  private final KeptFile file;
  private final Map<String, Secret> secrets = new LinkedHashMap<>();

  /**
   * Reads what an earlier life kept.
   *
   * @throws RunnerException when that cannot be read
   */
  public SecretStore(Optional<Path> folder) {
    file = KeptFile.in(folder, "secrets.json");
    file.read(text -> secrets(Json.readObject(text))).ifPresent(secrets::putAll);
  }

  /** What stops a start where a value that was kept is not what it must be. */
  public RunnerException broken(Exception cause) {
    return file.broken(cause);
  }

  /** The current value of a secret, by name. */
  public synchronized Optional<String> current(String name) {
    return Optional.ofNullable(secrets.get(name))
        .flatMap(secret -> secret.staged(Secret.CURRENT))
        .map(Secret.Version::value);
  }

  /** What stops a start where there are tables already, but not the keys that they hang on. */
  public RunnerException missing(String name) {
    return file.missing(name);
  }

  /** Makes a secret with its first value. */
  public synchronized void put(String name, String value, Instant now) {
    create(name);
    change(
        name,
        secret -> {
          var version = new Secret.Version(UUID.randomUUID().toString(), value, now);
          secret.add(version);
          secret.stage(Secret.CURRENT, version.id());
          return version;
        });
  }

  /**
   * Begins a rotation, or goes on with one that was not finished: its version is pending, and has
   * no value until somebody puts one.
   *
   * @return the id of that version
   */
  public synchronized String beginRotation(String name) {
    return change(name, SecretStore::pending).orElseThrow();
  }

  private static String pending(Secret secret) {
    var unfinished =
        secret
            .versionWith(Secret.PENDING)
            .filter(id -> !secret.versionWith(Secret.CURRENT).equals(Optional.of(id)));
    var id = unfinished.orElseGet(() -> UUID.randomUUID().toString());
    secret.stage(Secret.PENDING, id);
    return id;
  }

  /** Looks at a secret, found by name or ARN. */
  synchronized <T> Optional<T> look(String nameOrArn, Function<Secret, T> look) {
    return find(nameOrArn).map(look);
  }

  /** Changes a secret and keeps the change before it returns; an exception keeps nothing. */
  synchronized <T> Optional<T> change(String nameOrArn, Function<Secret, T> change) {
    var secret = find(nameOrArn);
    var result = secret.map(change);
    result.ifPresent(_ -> file.write(Json.text(json())));
    return result;
  }

  /** Makes an empty secret, unless there is one of this name. */
  synchronized boolean create(String name) {
    return secrets.putIfAbsent(name, new Secret(name)) == null;
  }

  private Optional<Secret> find(String nameOrArn) {
    return secrets.values().stream()
        .filter(secret -> secret.name().equals(nameOrArn) || secret.arn().equals(nameOrArn))
        .findFirst();
  }

  private JsonNode json() {
    var root = Json.object();
    for (var secret : secrets.values()) {
      var json = root.putObject(secret.name());
      var versions = json.putObject("versions");
      secret
          .versions()
          .values()
          .forEach(version ->
              versions
                  .putObject(version.id())
                  .put("value", version.value())
                  .put("createdAt", version.createdAt().toString()));
      secret.stages().forEach(json.putObject("stages")::put);
    }
    return root;
  }

  private static Map<String, Secret> secrets(JsonNode root) {
    var secrets = new LinkedHashMap<String, Secret>();
    for (var entry : root.properties()) {
      secrets.put(entry.getKey(), secret(entry.getKey(), entry.getValue()));
    }
    return secrets;
  }

  private static Secret secret(String name, JsonNode json) {
    var secret = new Secret(name);
    for (var version : json.path("versions").properties()) {
      var createdAt = Instant.parse(version.getValue().path("createdAt").asString());
      var value = version.getValue().path("value").asString();
      secret.add(new Secret.Version(version.getKey(), value, createdAt));
    }
    secret.stages().putAll(Json.texts(json.path("stages")));
    if (secret.staged(Secret.CURRENT).isEmpty()) { // it would be made anew, and all keys be lost
      throw new IllegalArgumentException("a secret has no current value");
    }
    return secret;
  }
}
