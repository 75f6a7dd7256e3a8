/**
 * Reads {@code template.yaml}, the very file that is deployed, as far as a laptop needs it:
 * functions, routes, settings, tables, stream mappings and gateway responses. A mistake in it is an
 * error here, with the place named.
 */
@NullMarked
package dev.rekey.local.template;

import org.jspecify.annotations.NullMarked;
