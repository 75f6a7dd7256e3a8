package dev.rekey.keyrotation;

import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.StagedVersions;
import java.util.Optional;
import java.util.function.Supplier;

/** The caller dies at one of its calls: before it has any effect, or after that and unanswered. */
final class DyingKeyVersions implements KeyVersions {

  /** What ends the caller. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final KeyVersions versions;
  private final int last;
  private final boolean before;
  private int calls;

  /**
   * Takes how it ends.
   *
   * @param last the number of the call at which it dies, from 1 on
   */
  DyingKeyVersions(KeyVersions versions, int last, boolean before) {
    this.versions = versions;
    this.last = last;
    this.before = before;
  }

  /** Whether that call was ever reached. */
  boolean died() {
    return calls >= last;
  }

  private <T> T call(Supplier<T> call) {
    calls++;
    if (calls == last && before) {
      throw new Died();
    }
    var answer = call.get();
    if (calls == last) {
      throw new Died();
    }
    return answer;
  }

  @Override
  public StagedVersions describe() {
    return call(versions::describe);
  }

  @Override
  public Optional<String> value(String versionId) {
    return call(() -> versions.value(versionId));
  }

  @Override
  public boolean put(String versionId, String keyring, Stage stage) {
    return call(() -> versions.put(versionId, keyring, stage));
  }

  @Override
  public boolean makeCurrent(String versionId, String instead) {
    return call(() -> versions.makeCurrent(versionId, instead));
  }
}
