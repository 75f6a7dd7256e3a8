/** What the team's other systems are told, held to its schema. */
@NullMarked
package dev.rekey.local.events;

import org.jspecify.annotations.NullMarked;
