/** {@code make silence}: whether anything but the words tells who has an account. */
@NullMarked
package dev.rekey.local.silence;

import org.jspecify.annotations.NullMarked;
