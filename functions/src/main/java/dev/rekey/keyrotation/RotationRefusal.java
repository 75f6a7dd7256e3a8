package dev.rekey.keyrotation;

/** Why keys are not made or not rotated. Each leaves the secret as it was. */
public enum RotationRefusal {
  NOT_OUR_SECRET("the event is about another secret"),
  ROTATION_IS_OFF("the secret is not told to rotate"),
  NOT_PENDING("the version of the event is not the pending one"),
  NOTHING_PENDING("the pending version has no value"),
  NO_CURRENT_VERSION("the secret has versions, but none is current: bring one back"),
  CURRENT_UNREADABLE("the current version is no keyring: bring the last good one back"),
  PENDING_UNREADABLE("the pending version is no keyring"),
  CURRENT_CHANGED("the current version was replaced meanwhile"),
  ADDRESS_KEY_DIFFERS("the address key must stay"),
  KEY_LOST("a key that is still needed would be lost"),
  KEY_TOO_SOON("a key would be used before every reader knows it"),
  KEY_DOES_NOT_WORK("a new key does not do its work"),
  TOO_LARGE("the secret would be larger than Secrets Manager takes");

  private final String text;

  RotationRefusal(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }
}
