/**
 * The people's accounts, behind a port, because a team may keep them elsewhere than in the built-in
 * table.
 */
@NullMarked
package dev.rekey.account;

import org.jspecify.annotations.NullMarked;
