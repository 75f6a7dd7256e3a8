/** What operators may do, through IAM alone: no route of the API leads here. */
@NullMarked
package dev.rekey.operate;

import org.jspecify.annotations.NullMarked;
