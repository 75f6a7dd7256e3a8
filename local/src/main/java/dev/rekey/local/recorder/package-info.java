/** Stands in for SES and SNS: speaks their wire protocols and keeps the messages. */
@NullMarked
package dev.rekey.local.recorder;

import org.jspecify.annotations.NullMarked;
