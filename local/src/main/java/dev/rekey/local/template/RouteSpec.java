package dev.rekey.local.template;

/**
 * A method and path of the API.
 *
 * @param method in upper case
 * @param path without the stage
 */
public record RouteSpec(String method, String path) {}
