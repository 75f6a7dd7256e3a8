/**
 * What every implementation of the stores must do, run against the tables in memory and in DynamoDB
 * alike. Each class holds the rules of one port or of one kind of write.
 */
@NullMarked
package dev.rekey.conformance;

import org.jspecify.annotations.NullMarked;
