/**
 * What people are told and who carries it: the languages, the messages rendered from the
 * precompiled templates of {@code src/main/jte}, the texts of the wire answers, and the ports of
 * the senders.
 */
@NullMarked
package dev.rekey.message;

import org.jspecify.annotations.NullMarked;
