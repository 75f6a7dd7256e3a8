package dev.rekey.resetpassword;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.ResetToken;
import dev.rekey.keys.Keys;
import dev.rekey.passcode.ResetStore;
import dev.rekey.password.PasswordDecryption;
import dev.rekey.password.PasswordEncryption;
import dev.rekey.password.PasswordHasher;
import dev.rekey.password.PasswordPolicy;
import dev.rekey.resetpassword.ResetPasswordOutcome.BadToken;
import dev.rekey.resetpassword.ResetPasswordOutcome.Done;
import dev.rekey.resetpassword.ResetPasswordOutcome.Undecryptable;
import dev.rekey.resetpassword.ResetPasswordOutcome.Unfit;
import dev.rekey.simulation.Answer;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the simulation in to the use case, which nobody else needs outside of its package. */
public final class ResetDoor {
  private final ResetPassword reset;

  public ResetDoor(
      ResetStore resets,
      AccountDirectory accounts,
      Keys keys,
      PasswordPolicy policy,
      PasswordHasher hasher,
      InstantSource clock) {
    reset =
        new ResetPassword(
            resets, accounts, new PasswordDecryption(keys), policy, hasher, "Rekey", clock);
  }

  public Answer set(ResetToken token, String password) {
    var wanted = new NewPassword(Optional.of(token), password, PasswordEncryption.NONE);
    return switch (reset.set(wanted)) {
      case Done(var account, _) -> new Answer.Done(account);
      case BadToken _ -> new Answer.BadToken();
      case Undecryptable(), Unfit _ -> new Answer.Refused();
    };
  }
}
