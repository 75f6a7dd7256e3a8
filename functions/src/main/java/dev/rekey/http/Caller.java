package dev.rekey.http;

import dev.rekey.message.Language;
import dev.rekey.passcode.Source;
import java.util.Optional;

/**
 * Who calls.
 *
 * @param source where from; empty for a trusted backend that does not say whom it calls for
 * @param language of the answer
 * @param requestId a UUID, on every answer and audit line of the call
 */
public record Caller(Optional<Source> source, Language language, String requestId) {}
