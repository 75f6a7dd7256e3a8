/**
 * One line for each outcome, with a fixed vocabulary and without a secret or a whole address (R45,
 * R46).
 */
@NullMarked
package dev.rekey.audit;

import org.jspecify.annotations.NullMarked;
