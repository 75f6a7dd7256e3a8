/** The command line against servers that speak as AWS does, and against a runner. */
@NullMarked
package dev.rekey.local.cli;

import org.jspecify.annotations.NullMarked;
