/** A whole reset by the unmodified official Java SDK, each step printed. */
@NullMarked
package dev.rekey.local.demo;

import org.jspecify.annotations.NullMarked;
