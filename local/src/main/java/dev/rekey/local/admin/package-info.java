/** The routes under {@code /_local}, which exist in the runner alone. */
@NullMarked
package dev.rekey.local.admin;

import org.jspecify.annotations.NullMarked;
