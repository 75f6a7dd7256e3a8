/**
 * The two tables in DynamoDB: the only place that knows attribute names and expressions. Items and
 * writes are drawn in {@code docs/adr/0003-the-writes.md}.
 */
@NullMarked
package dev.rekey.dynamo;

import org.jspecify.annotations.NullMarked;
