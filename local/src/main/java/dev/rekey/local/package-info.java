/**
 * The local runner: the whole service on one machine, driven by the template that is deployed.
 * Never shipped.
 */
@NullMarked
package dev.rekey.local;

import org.jspecify.annotations.NullMarked;
