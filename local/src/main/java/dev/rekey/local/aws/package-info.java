/**
 * {@code STACK=aws}: the functions of the runner over what the usual AWS variables name, an
 * emulator or an account. Nothing is embedded, nothing made unasked, and no account is touched that
 * was not named (docs/adr/0017).
 */
@NullMarked
package dev.rekey.local.aws;

import org.jspecify.annotations.NullMarked;
