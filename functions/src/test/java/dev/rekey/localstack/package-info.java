/** The adapters over LocalStack, by {@code make test-aws} alone: docs/aws.md. */
@NullMarked
package dev.rekey.localstack;

import org.jspecify.annotations.NullMarked;
