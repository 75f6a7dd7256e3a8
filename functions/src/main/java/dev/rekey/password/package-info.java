/**
 * A new password: how it is decrypted, what it must be, how it is kept. It exists only as {@link
 * PasswordText}, well formed and normalised; what becomes of it is said by sealed outcomes.
 */
@NullMarked
package dev.rekey.password;

import org.jspecify.annotations.NullMarked;
