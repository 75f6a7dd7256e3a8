/** Stands in for Secrets Manager: versions of secrets with their stages. */
@NullMarked
package dev.rekey.local.secrets;

import org.jspecify.annotations.NullMarked;
