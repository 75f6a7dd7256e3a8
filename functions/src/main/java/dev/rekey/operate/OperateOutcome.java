package dev.rekey.operate;

import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.Erasure;

/** What came of it. */
sealed interface OperateOutcome {

  record Shown(AddressView view) implements OperateOutcome {}

  /** Nothing is kept of that address, or not any more. */
  record NothingKnown() implements OperateOutcome {}

  record Opened() implements OperateOutcome {}

  record Erased(Erasure erasure) implements OperateOutcome {}

  record Compromised() implements OperateOutcome {}

  /** No account has that address, and nothing was changed. */
  record NoAccount() implements OperateOutcome {}

  /** There was nothing to open, and nothing was changed. */
  record NotShut() implements OperateOutcome {}
}
