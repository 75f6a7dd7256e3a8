/** The command line for operators. It asks the functions, and never reads or writes a table. */
@NullMarked
package dev.rekey.local.cli;

import org.jspecify.annotations.NullMarked;
