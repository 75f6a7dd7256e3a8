/**
 * R18, R46, R54, invariant 8: secrets go through all functions, in a process of its own as Lambda
 * keeps one, and everything that comes out or stays behind is searched for them.
 */
@NullMarked
package dev.rekey.canary;

import org.jspecify.annotations.NullMarked;
