/**
 * The functions as SAM runs them, each in a container of the Lambda runtime, against an engine of
 * DynamoDB and the other ends of the wire in this process: {@code make sam-invoke} and {@code make
 * sam-flow}. No test of {@code make test} is here.
 */
@NullMarked
package dev.rekey.sam;

import org.jspecify.annotations.NullMarked;
