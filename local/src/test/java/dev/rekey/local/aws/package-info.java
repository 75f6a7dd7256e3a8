/**
 * {@code STACK=aws} of the runner, and the template's own stack, over emulators. The classes whose
 * names end in IT run by {@code make test-aws} alone: docs/aws.md.
 */
@NullMarked
package dev.rekey.local.aws;

import org.jspecify.annotations.NullMarked;
