package dev.rekey.keys;

import java.util.Optional;

/**
 * The versions of the secret that holds the keyring, for whoever makes and rotates keys; readers
 * have {@link KeyStore}. A version never changes once it has a value. Implementations are
 * thread-safe. Every method throws {@link KeysUnavailable} when the secret is out of reach; then it
 * is not known whether a write took effect.
 */
public interface KeyVersions {
  /** The labels that are put on versions here, each on one version at most. */
  enum Stage {
    /** What readers read. */
    CURRENT,
    /** What a rotation has made and not finished. */
    PENDING
  }

  /** Which version bears which label; no value is read for it. */
  StagedVersions describe();

  /**
   * The text of a version.
   *
   * @return nothing while the version has no value; the empty text where it is not a text
   */
  Optional<String> value(String versionId);

  /**
   * Gives a version its value and its label.
   *
   * @param versionId the caller's choice, 32 to 64 characters
   * @return whether it has this value now; false when it had another one before, which is kept
   */
  boolean put(String versionId, String keyring, Stage stage);

  /**
   * Makes a version the current one, in one step.
   *
   * @param instead the version that the caller takes for the current one
   * @return false, and nothing is changed, when that is not the current one (any more)
   */
  boolean makeCurrent(String versionId, String instead);
}
