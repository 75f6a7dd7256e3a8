/**
 * Keeping the promise of a send: what the stream of the resets table tells is looked up, rendered
 * and handed to SES or SNS. One class serves two functions, so that one provider's trouble never
 * holds up the other.
 */
@NullMarked
package dev.rekey.deliver;

import org.jspecify.annotations.NullMarked;
