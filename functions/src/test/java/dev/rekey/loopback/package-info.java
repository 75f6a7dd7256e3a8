/** The other end of the wire for tests of adapters: a server on the loopback interface. */
@NullMarked
package dev.rekey.loopback;

import org.jspecify.annotations.NullMarked;
