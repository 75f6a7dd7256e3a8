/** The drill of a rotation of keys: the service under load while its keys change, twice. */
@NullMarked
package dev.rekey.local.rotation;

import org.jspecify.annotations.NullMarked;
