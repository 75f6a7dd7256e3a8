/**
 * Holds the service to {@code docs/openapi.yaml}: every exchange of the integration tests, the
 * routes of the template and the records of the wire are compared with it.
 */
@NullMarked
package dev.rekey.local.openapi;

import org.jspecify.annotations.NullMarked;
