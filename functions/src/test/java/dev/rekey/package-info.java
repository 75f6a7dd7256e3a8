/** What holds for all packages together. */
@NullMarked
package dev.rekey;

import org.jspecify.annotations.NullMarked;
