/**
 * Whole calls, from the event of the gateway to the answer, over DynamoDB Local and the wire
 * protocols of the other services.
 */
@NullMarked
package dev.rekey.deployment;

import org.jspecify.annotations.NullMarked;
