/**
 * Stands in for API Gateway: turns requests into proxy events, answers of functions into responses.
 */
@NullMarked
package dev.rekey.local.http;

import org.jspecify.annotations.NullMarked;
