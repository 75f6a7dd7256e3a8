/** What all ends share: a server on loopback, replies, JSON, files that survive a kill. */
@NullMarked
package dev.rekey.local.wire;

import org.jspecify.annotations.NullMarked;
