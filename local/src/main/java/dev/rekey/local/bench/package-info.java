/** A benchmark of whole resets through the runner. It prints numbers and judges none of them. */
@NullMarked
package dev.rekey.local.bench;

import org.jspecify.annotations.NullMarked;
