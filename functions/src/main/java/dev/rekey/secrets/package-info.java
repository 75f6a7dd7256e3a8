/** The keyring in AWS Secrets Manager. */
@NullMarked
package dev.rekey.secrets;

import org.jspecify.annotations.NullMarked;
