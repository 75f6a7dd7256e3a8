/**
 * Where a person can be reached. An {@link dev.rekey.address.Address} can only exist in its normal
 * form, which is both the key of every look-up and the destination of every message, so that two
 * ways of typing one address can never become two people (R6) or lead a message to a look-alike.
 */
@NullMarked
package dev.rekey.address;

import org.jspecify.annotations.NullMarked;
