/** Text messages and events by Amazon SNS. */
@NullMarked
package dev.rekey.sns;

import org.jspecify.annotations.NullMarked;
