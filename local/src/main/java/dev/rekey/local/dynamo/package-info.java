/**
 * DynamoDB Local, embedded and on loopback alone, and the tables that the template declares in it.
 */
@NullMarked
package dev.rekey.local.dynamo;

import org.jspecify.annotations.NullMarked;
