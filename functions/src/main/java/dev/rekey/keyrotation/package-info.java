/** Makes the keys of the service: the first ones before any function is published. */
@NullMarked
package dev.rekey.keyrotation;

import org.jspecify.annotations.NullMarked;
