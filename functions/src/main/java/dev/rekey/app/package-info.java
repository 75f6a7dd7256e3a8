/**
 * The composition root: what every handler is put together from, in dependency order, with nothing
 * but {@code new}.
 */
@NullMarked
package dev.rekey.app;

import org.jspecify.annotations.NullMarked;
