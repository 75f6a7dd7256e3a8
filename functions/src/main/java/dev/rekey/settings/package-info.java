/**
 * The settings of the functions: every {@code REKEY_} variable with its unit, default and bounds,
 * read once at the start into one typed record. An unknown or bad one stops the start with one line
 * that names it.
 */
@NullMarked
package dev.rekey.settings;

import org.jspecify.annotations.NullMarked;
