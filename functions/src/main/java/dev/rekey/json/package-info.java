/** JSON as every package reads and writes it, so that none keeps what went through (R54). */
@NullMarked
package dev.rekey.json;

import org.jspecify.annotations.NullMarked;
