/** Classes that do what is forbidden, so that each rule is seen to refuse it. Never run. */
@NullMarked
package dev.rekey.broken;

import org.jspecify.annotations.NullMarked;
