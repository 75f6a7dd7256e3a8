package dev.rekey.local.stream;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of an item.
 *
 * @param key which item; changes of one are worked in order
 * @param json as Lambda hands it to a function
 */
record StreamRecord(String sequenceNumber, String key, Instant createdAt, ObjectNode json) {}
