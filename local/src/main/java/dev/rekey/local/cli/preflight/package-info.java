/**
 * What is looked at before a deployment: what AWS would find out in the middle of it, or nobody
 * before the first person who asks for a passcode. Nothing here changes anything.
 */
@NullMarked
package dev.rekey.local.cli.preflight;

import org.jspecify.annotations.NullMarked;
