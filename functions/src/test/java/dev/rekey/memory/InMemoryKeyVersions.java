package dev.rekey.memory;

import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.StagedVersions;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The versions of one secret, by the rules of Secrets Manager. Thread-safe. */
public final class InMemoryKeyVersions implements KeyVersions {
  private final Map<String, String> values = new HashMap<>();
  private final Map<Stage, String> stages = new EnumMap<>(Stage.class);
  private Optional<String> previous = Optional.empty();
  private boolean rotates = true;

  /** What Secrets Manager does before it asks for the first step: a version without a value. */
  public synchronized void begin(String versionId) {
    stages.put(Stage.PENDING, versionId);
  }

  /** Somebody switches rotation on or off. */
  public synchronized void rotates(boolean on) {
    rotates = on;
  }

  /** Somebody puts another value by hand. */
  public synchronized void edit(String versionId, String value) {
    values.put(versionId, value);
    stage(Stage.CURRENT, versionId);
  }

  @Override
  public synchronized StagedVersions describe() {
    return new StagedVersions(
        rotates,
        Optional.ofNullable(stages.get(Stage.CURRENT)),
        Optional.ofNullable(stages.get(Stage.PENDING)),
        previous);
  }

  @Override
  public synchronized Optional<String> value(String versionId) {
    return Optional.ofNullable(values.get(versionId));
  }

  @Override
  public synchronized boolean put(String versionId, String keyring, Stage stage) {
    var earlier = values.putIfAbsent(versionId, keyring);
    if (earlier == null) {
      stage(stage, versionId);
    }
    return earlier == null || earlier.equals(keyring);
  }

  @Override
  public synchronized boolean makeCurrent(String versionId, String instead) {
    if (!instead.equals(stages.get(Stage.CURRENT))) {
      return false;
    }
    stage(Stage.CURRENT, versionId);
    return true;
  }

  private void stage(Stage stage, String versionId) {
    var former = stages.put(stage, versionId);
    if (stage == Stage.CURRENT && !versionId.equals(former)) {
      previous = Optional.ofNullable(former);
    }
  }
}
