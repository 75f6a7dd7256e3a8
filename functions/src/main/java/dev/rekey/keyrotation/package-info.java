/**
 * Makes the keys of the service: the first ones before any function is published, and the next ones
 * while all of them run (docs/adr/0016).
 */
@NullMarked
package dev.rekey.keyrotation;

import org.jspecify.annotations.NullMarked;
