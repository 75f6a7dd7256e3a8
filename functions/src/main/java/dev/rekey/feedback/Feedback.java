package dev.rekey.feedback;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.Suppression;
import dev.rekey.account.Suppression.Cause;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.EmailAddress;
import dev.rekey.feedback.FeedbackOutcome.Counted;
import dev.rekey.feedback.FeedbackOutcome.LiftedSince;
import dev.rekey.feedback.FeedbackOutcome.NoAccount;
import dev.rekey.feedback.FeedbackOutcome.Suppressed;
import dev.rekey.feedback.Message.Report;
import java.time.Instant;
import java.util.Optional;

/**
 * Suppresses the addresses of accounts that bounce for good, or whose owners complain. Doing it
 * again for the same report changes nothing. Thread-safe.
 */
final class Feedback {
  private final AddressHashes hashes;
  private final AccountDirectory accounts;

  Feedback(AddressHashes hashes, AccountDirectory accounts) {
    this.hashes = hashes;
    this.accounts = accounts;
  }

  /**
   * Takes a report for one of its recipients.
   *
   * @param recipient empty for what is no address
   * @throws dev.rekey.account.StoreUnavailable where the directory is out of reach
   * @throws dev.rekey.keys.KeysUnavailable where the keys are
   */
  FeedbackOutcome take(Report report, Optional<EmailAddress> recipient) {
    return recipient
        .map(address -> one(address, report.kind().cause(), report.at()))
        .orElseGet(() -> new NoAccount(Optional.empty()));
  }

  private FeedbackOutcome one(EmailAddress address, Optional<Cause> cause, Instant at) {
    var hash = hashes.of(address);
    return cause
        .map(why -> suppress(address, hash, new Suppression(at, why)))
        .orElseGet(() -> new Counted(hash.subject()));
  }

  private FeedbackOutcome suppress(EmailAddress address, AddressHash hash, Suppression why) {
    return switch (accounts.suppress(address, hash, why)) {
      case SUPPRESSED -> new Suppressed(hash.subject());
      case LIFTED_SINCE -> new LiftedSince(hash.subject());
      case NO_ACCOUNT -> new NoAccount(Optional.of(hash.subject()));
    };
  }
}
