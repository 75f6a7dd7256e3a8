package dev.rekey.local;

import dev.rekey.local.account.AccountInput;
import dev.rekey.local.account.LocalAccounts;
import dev.rekey.local.wire.Json;

/** Ada, who has forgotten her password. */
final class DemoAccount {
  private DemoAccount() {}

  /** Makes her where she is absent; kept data keeps her new password. */
  static void ensure(LocalAccounts accounts) {
    if (accounts.get(LocalValues.ADA).isPresent()) {
      return;
    }
    var ada =
        Json.object()
            .put("email", LocalValues.ADA_EMAIL)
            .put("emailVerified", true)
            .put("phone", LocalValues.ADA_PHONE)
            .put("phoneVerified", true)
            .put("password", LocalValues.ADA_PASSWORD)
            .put("locale", "en-US");
    accounts.put(LocalValues.ADA, AccountInput.read(ada));
  }
}
