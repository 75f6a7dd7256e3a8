/**
 * The keys that everything hangs on: what a keyring holds, how it is written as JSON, how it is
 * read by age, and the two operations that other packages build on (a keyed hash and the sealing of
 * addresses). Key material lives in types that hide it from {@code toString}; it leaves them only
 * as a copy.
 */
@NullMarked
package dev.rekey.keys;

import org.jspecify.annotations.NullMarked;
