/**
 * Asking for a passcode: one conditional write that neither looks at accounts nor sends, the same
 * for everybody.
 */
@NullMarked
package dev.rekey.sendpasscode;

import org.jspecify.annotations.NullMarked;
