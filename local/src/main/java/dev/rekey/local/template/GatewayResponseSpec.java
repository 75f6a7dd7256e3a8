package dev.rekey.local.template;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What API Gateway answers by itself in one case.
 *
 * @param status absent: the status of the case stays
 * @param headers to add, already without their quotes
 * @param body with {@code $context} variables
 */
public record GatewayResponseSpec(
    OptionalInt status, Map<String, String> headers, String contentType, String body) {
  public GatewayResponseSpec {
    headers = Map.copyOf(headers);
  }
}
