/** Bad input over HTTP: a clear error at once, nothing lost, never a 5xx and never a hang. */
@NullMarked
package dev.rekey.local.badinput;

import org.jspecify.annotations.NullMarked;
