package dev.rekey.resetpassword;

import dev.rekey.account.Account;
import dev.rekey.account.AccountDirectory;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.Reset;
import dev.rekey.account.ResetToken;
import dev.rekey.passcode.ResetStore;
import dev.rekey.password.ContextWord;
import dev.rekey.password.DecryptionOutcome.Decrypted;
import dev.rekey.password.DecryptionOutcome.Undecryptable;
import dev.rekey.password.PasswordDecryption;
import dev.rekey.password.PasswordHasher;
import dev.rekey.password.PasswordPolicy;
import dev.rekey.password.PasswordText;
import dev.rekey.password.PolicyVerdict.Accepted;
import dev.rekey.resetpassword.ResetPasswordOutcome.BadToken;
import dev.rekey.resetpassword.ResetPasswordOutcome.Done;
import dev.rekey.resetpassword.ResetPasswordOutcome.Unfit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Sets a new password. A password that is refused consumes nothing but one of the token's refusals,
 * and is answered only after that was counted, so that nobody can use the answers as an oracle for
 * long (R33, invariant 5). Thread-safe.
 */
final class ResetPassword {
  /**
   * Judged in place of a ciphertext that cannot be read: a bad padding takes the time of a bad
   * password, or time would answer what Bleichenbacher's attack asks.
   */
  private static final PasswordText PHANTOM = PasswordText.parse("password123").orElseThrow();

  private final ResetStore resets;
  private final AccountDirectory accounts;
  private final PasswordDecryption decryption;
  private final PasswordPolicy policy;
  private final PasswordHasher hasher;
  private final String productName;
  private final InstantSource clock;

  ResetPassword(
      ResetStore resets,
      AccountDirectory accounts,
      PasswordDecryption decryption,
      PasswordPolicy policy,
      PasswordHasher hasher,
      String productName,
      InstantSource clock) {
    this.resets = resets;
    this.accounts = accounts;
    this.decryption = decryption;
    this.policy = policy;
    this.hasher = hasher;
    this.productName = productName;
    this.clock = clock;
  }

  ResetPasswordOutcome set(NewPassword wanted) {
    return wanted
        .token()
        .map(token -> set(wanted, token))
        .orElseGet(() -> new BadToken("NOT_A_TOKEN"));
  }

  private ResetPasswordOutcome set(NewPassword wanted, ResetToken token) {
    var now = clock.instant();
    var issued = resets.token(token.address());
    if (issued.isEmpty() || !issued.get().digest().matches(token.digest())) {
      return new BadToken("UNKNOWN");
    }
    if (issued.get().expiredAt(now)) {
      return new BadToken("EXPIRED");
    }
    return accounts
        .find(issued.get().account())
        .filter(Account::active)
        .map(account -> set(wanted, token, issued.get(), account, now))
        .orElseGet(() -> new BadToken("NO_ACCOUNT"));
  }

  private ResetPasswordOutcome set(
      NewPassword wanted, ResetToken token, IssuedToken issued, Account account, Instant now) {
    var decrypted = decryption.decrypt(wanted.password(), wanted.encryption());
    var password = decrypted instanceof Decrypted(PasswordText text) ? text : PHANTOM;
    var verdict = policy.judge(password, contextWords(account));
    if (decrypted instanceof Undecryptable) {
      return refuse(token, new ResetPasswordOutcome.Undecryptable(), now);
    }
    return verdict instanceof Accepted
        ? finish(password, token, issued, account)
        : refuse(token, new Unfit(verdict), now);
  }

  private ResetPasswordOutcome refuse(ResetToken token, ResetPasswordOutcome refusal, Instant now) {
    String operation = UUID.randomUUID().toString();
    return resets.countRefusal(token.address(), token.digest(), operation, now)
        ? refusal
        : new BadToken("REFUSED_TOO_OFTEN");
  }

  private ResetPasswordOutcome finish(
      PasswordText password, ResetToken token, IssuedToken issued, Account account) {
    var hash = hasher.hash(password);
    // The hash took its time: a token that was issued meanwhile must be older than this reset, and
    // die with it.
    var now = clock.instant();
    var reset = new Reset(token.address(), issued, hash, UUID.randomUUID().toString(), now);
    return switch (accounts.finish(reset)) {
      case DONE -> new Done(account.id(), account.mfa());
      case STALE -> new BadToken("STALE");
    };
  }

  /** R28: what somebody who knows the person or the product would try first. */
  private List<ContextWord> contextWords(Account account) {
    var words = new ArrayList<ContextWord>();
    words.add(new ContextWord(ContextWord.Kind.PRODUCT, productName));
    account.username().ifPresent(it -> words.add(new ContextWord(ContextWord.Kind.USER_NAME, it)));
    account.email().ifPresent(it -> words.addAll(ContextWord.ofAddress(it.normal())));
    account.phone().ifPresent(it -> words.addAll(ContextWord.ofAddress(it.normal())));
    return words;
  }
}
