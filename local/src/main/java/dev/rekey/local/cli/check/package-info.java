/**
 * Single checks, what they come to, and those that doctor and preflight share. Nothing here changes
 * anything.
 */
@NullMarked
package dev.rekey.local.cli.check;

import org.jspecify.annotations.NullMarked;
