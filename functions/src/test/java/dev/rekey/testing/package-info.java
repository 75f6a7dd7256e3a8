/** What tests of several packages stand on: a clock to move, cheap keys, the engine of DynamoDB. */
@NullMarked
package dev.rekey.testing;

import org.jspecify.annotations.NullMarked;
