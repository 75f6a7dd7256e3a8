/**
 * The conformance vectors of the wire contract (section 8, read with section 9) over HTTP: lists of
 * them by topic, the suite that plays them, the page that it writes; and beside it requests that
 * only some clients make.
 */
@NullMarked
package dev.rekey.local.contract;

import org.jspecify.annotations.NullMarked;
