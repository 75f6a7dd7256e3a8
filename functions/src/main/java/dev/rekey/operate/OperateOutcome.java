package dev.rekey.operate;

import dev.rekey.account.Suppression;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.Erasure;
import java.util.Optional;

/** What came of it. */
sealed interface OperateOutcome {

  /**
   * What is known.
   *
   * @param view of its resets; empty where none are kept, or not any more
   * @param suppression where the address gets no mail
   */
  record Shown(Optional<AddressView> view, Optional<Suppression> suppression)
      implements OperateOutcome {}

  /** Nothing is kept of that address, or not any more. */
  record NothingKnown() implements OperateOutcome {}

  record Opened() implements OperateOutcome {}

  record Erased(Erasure erasure) implements OperateOutcome {}

  record Compromised() implements OperateOutcome {}

  /** No account has that address, and nothing was changed. */
  record NoAccount() implements OperateOutcome {}

  /** It gets mail again. */
  record Lifted() implements OperateOutcome {}

  /** It was not suppressed, and nothing was changed. */
  record NotSuppressed() implements OperateOutcome {}

  /** There was nothing to open, and nothing was changed. */
  record NotShut() implements OperateOutcome {}
}
