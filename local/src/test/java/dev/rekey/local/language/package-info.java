/** What the service says over HTTP, in the language that the caller asks for. */
@NullMarked
package dev.rekey.local.language;

import org.jspecify.annotations.NullMarked;
