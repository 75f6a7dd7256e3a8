/** Mail by Amazon SES (the v1 query API, which local AWS stacks speak too). */
@NullMarked
package dev.rekey.ses;

import org.jspecify.annotations.NullMarked;
