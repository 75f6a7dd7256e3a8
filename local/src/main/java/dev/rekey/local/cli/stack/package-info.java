/** How AWS is reached, what a stack is made of, and words for what goes wrong. */
@NullMarked
package dev.rekey.local.cli.stack;

import org.jspecify.annotations.NullMarked;
