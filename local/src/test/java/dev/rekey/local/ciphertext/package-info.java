/** Encrypted passwords over HTTP: every form that a client sends, and those that cannot be read. */
@NullMarked
package dev.rekey.local.ciphertext;

import org.jspecify.annotations.NullMarked;
