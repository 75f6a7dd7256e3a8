/**
 * The service as strangers meet it: the real runner in a process of its own, spoken to over HTTP.
 */
@NullMarked
package dev.rekey.local.outside;

import org.jspecify.annotations.NullMarked;
