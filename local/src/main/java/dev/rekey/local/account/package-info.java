/**
 * Accounts as the runner writes and reads them: in one transaction with their aliases, as a team's
 * own sign-up would.
 */
@NullMarked
package dev.rekey.local.account;

import org.jspecify.annotations.NullMarked;
