/**
 * What SES tells of mails that came back: an address that bounces, or whose owner complains, gets
 * no further mail. SES counts both against the whole account.
 */
@NullMarked
package dev.rekey.feedback;

import org.jspecify.annotations.NullMarked;
