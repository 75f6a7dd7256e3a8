/** How the stack that is deployed hears of what a function made for it. */
@NullMarked
package dev.rekey.stack;

import org.jspecify.annotations.NullMarked;
