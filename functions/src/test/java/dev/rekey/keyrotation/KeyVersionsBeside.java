package dev.rekey.keyrotation;

import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.StagedVersions;
import java.util.Optional;

/** The same versions, for a test that lets something happen beside a call. */
class KeyVersionsBeside implements KeyVersions {
  private final KeyVersions versions;

  KeyVersionsBeside(KeyVersions versions) {
    this.versions = versions;
  }

  @Override
  public StagedVersions describe() {
    return versions.describe();
  }

  @Override
  public Optional<String> value(String versionId) {
    return versions.value(versionId);
  }

  @Override
  public boolean put(String versionId, String keyring, Stage stage) {
    return versions.put(versionId, keyring, stage);
  }

  @Override
  public boolean makeCurrent(String versionId, String instead) {
    return versions.makeCurrent(versionId, instead);
  }
}
