/** Stands in for Lambda itself: holds the shipped handlers and calls them with bytes. */
@NullMarked
package dev.rekey.local.lambda;

import org.jspecify.annotations.NullMarked;
