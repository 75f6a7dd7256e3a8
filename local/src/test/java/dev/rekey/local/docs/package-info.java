/** What people are told to paste, pasted. */
@NullMarked
package dev.rekey.local.docs;

import org.jspecify.annotations.NullMarked;
