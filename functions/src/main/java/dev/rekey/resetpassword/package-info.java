/**
 * Setting the new password: token, decryption, policy, hash, and one transaction that does it all
 * or nothing.
 */
@NullMarked
package dev.rekey.resetpassword;

import org.jspecify.annotations.NullMarked;
