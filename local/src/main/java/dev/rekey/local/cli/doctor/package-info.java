/** What the doctor looks at, one thing a check. Nothing here changes anything. */
@NullMarked
package dev.rekey.local.cli.doctor;

import org.jspecify.annotations.NullMarked;
