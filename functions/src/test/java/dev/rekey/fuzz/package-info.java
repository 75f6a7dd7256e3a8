/**
 * Properties that hold for whatever strangers send. Jazzer seeks inputs that break them ({@code
 * make fuzz}); every ordinary run repeats those that are kept: docs/fuzzing.md.
 */
@NullMarked
package dev.rekey.fuzz;

import org.jspecify.annotations.NullMarked;
