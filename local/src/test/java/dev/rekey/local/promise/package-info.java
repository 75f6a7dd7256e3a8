/** What the service promises to people, seen from outside: whole resets, silence, nothing lost. */
@NullMarked
package dev.rekey.local.promise;

import org.jspecify.annotations.NullMarked;
