package dev.rekey.local.admin;

import dev.rekey.local.account.AccountInput;
import dev.rekey.local.account.LocalAccounts;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /_local/accounts/{id}} and {@code /_local/sign-in}. */
public final class AccountRoutes {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@-]{1,128}");

  private final LocalAccounts accounts;

  public AccountRoutes(LocalAccounts accounts) {
    this.accounts = accounts;
  }

  Reply put(Call call) {
    var id = id(call);
    try {
      accounts.put(id, AccountInput.read(call.json(AccountInput.MEMBERS)));
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    return get(call);
  }

  Reply get(Call call) {
    return accounts
        .get(id(call))
        .map(account -> Reply.json(200, account))
        .orElseGet(() -> Reply.line(404, "no account of this id"));
  }

  Reply signIn(Call call) {
    var json = call.json(Set.of("account", "password"));
    var account = Json.text(json, "account");
    var password = Json.text(json, "password");
    if (account == null || password == null) {
      throw new BadInput("account and password must be texts");
    }
    return accounts.isRight(account, password)
        ? Reply.json(200, Map.of("signedIn", true))
        : Reply.json(401, Map.of("signedIn", false));
  }

  private static String id(Call call) {
    var id = call.argument().orElse("");
    if (!ID.matcher(id).matches()) {
      throw new BadInput("an id is 1 to 128 of the signs A-Z a-z 0-9 . _ @ -");
    }
    return id;
  }
}
