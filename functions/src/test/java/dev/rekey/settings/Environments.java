package dev.rekey.settings;

import java.util.HashMap;
import java.util.Map;

/** Environments that a function can start in. */
public final class Environments {
  private Environments() {}

  /** No more than what has no default, and these names and values. */
  public static Map<String, String> of(String... more) {
    var variables = new HashMap<String, String>();
    variables.put("REKEY_RESETS_TABLE", "Resets");
    variables.put("REKEY_ACCOUNTS_TABLE", "Accounts");
    variables.put("REKEY_KEYS_SECRET", "rekey/keys");
    variables.put("REKEY_APPS", "app");
    variables.put("REKEY_MAIL_FROM", "no-reply@example.com");
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  /** The settings of such an environment. */
  public static Settings settings(String... more) {
    return Settings.read(of(more));
  }
}
