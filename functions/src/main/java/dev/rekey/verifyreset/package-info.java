/**
 * Proving a passcode: by a look at it that consumes nothing, or by exchanging it for a reset token.
 */
@NullMarked
package dev.rekey.verifyreset;

import org.jspecify.annotations.NullMarked;
