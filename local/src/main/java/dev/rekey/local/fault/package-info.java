/** Makes an end of the wire fail or slow on demand. */
@NullMarked
package dev.rekey.local.fault;

import org.jspecify.annotations.NullMarked;
