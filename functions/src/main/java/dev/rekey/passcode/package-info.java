/**
 * The state of one address on its way through a reset: the passcode that was asked for, the
 * attempts at it, the reset token that it was exchanged for. The rules of counting live behind
 * {@link dev.rekey.passcode.ResetStore}, because only one conditional write can count under
 * concurrency.
 */
@NullMarked
package dev.rekey.passcode;

import org.jspecify.annotations.NullMarked;
