package dev.rekey.local.openapi;

import java.net.http.HttpHeaders;

/**
 * A call and what it was answered.
 *
 * @param path as sent
 * @param sent headers of the call
 */
public record Exchange(
    String method,
    String path,
    HttpHeaders sent,
    String body,
    int status,
    HttpHeaders received,
    String answer) {}
