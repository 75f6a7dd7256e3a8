/**
 * What the adapters to AWS share: clients that give up in time, and what a fault of a provider
 * means for a message.
 */
@NullMarked
package dev.rekey.aws;

import org.jspecify.annotations.NullMarked;
