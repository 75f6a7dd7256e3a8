package dev.rekey.local.secrets;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A secret and its versions; which version bears a stage is kept here alone. Not thread-safe. */
final class Secret {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";
  static final String PENDING = "AWSPENDING";

  /** One version; {@code toString} hides the value. */
  record Version(String id, String value, Instant createdAt) {
    @Override
    public String toString() {
      return "Version[" + id + "]";
    }
  }

  private final String name;
  private final Map<String, Version> versions = new LinkedHashMap<>();
  private final Map<String, String> stages = new LinkedHashMap<>();

  Secret(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  String arn() {
    return "arn:aws:secretsmanager:us-east-1:000000000000:secret:" + name + "-Local0";
  }

  Optional<Version> version(String id) {
    return Optional.ofNullable(versions.get(id));
  }

  Optional<Version> staged(String stage) {
    return Optional.ofNullable(stages.get(stage)).flatMap(this::version);
  }

  void add(Version version) {
    versions.put(version.id(), version);
  }

  /** Moves a stage; the former AWSCURRENT becomes AWSPREVIOUS by itself. */
  void stage(String stage, String versionId) {
    var former = stages.put(stage, versionId);
    if (stage.equals(CURRENT) && former != null && !former.equals(versionId)) {
      stages.put(PREVIOUS, former);
    }
  }

  void unstage(String stage) {
    stages.remove(stage);
  }

  Optional<String> versionWith(String stage) {
    return Optional.ofNullable(stages.get(stage));
  }

  /** The stages of each version that bears any. */
  Map<String, Set<String>> stagesByVersion() {
    var byVersion = new LinkedHashMap<String, Set<String>>();
    stages.forEach(
        (stage, id) -> byVersion.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(stage));
    return byVersion;
  }

  Map<String, Version> versions() {
    return versions;
  }

  Map<String, String> stages() {
    return stages;
  }
}
