package dev.rekey.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads gateway responses. Nothing else checks their names, so this does. */
final class GatewayResponseReader {
  /** From the reference of {@code AWS::ApiGateway::GatewayResponse}. */
  private static final Set<String> TYPES =
      Set.of(
          "DEFAULT_4XX",
          "DEFAULT_5XX",
          "RESOURCE_NOT_FOUND",
          "UNAUTHORIZED",
          "INVALID_API_KEY",
          "ACCESS_DENIED",
          "AUTHORIZER_FAILURE",
          "AUTHORIZER_CONFIGURATION_ERROR",
          "INVALID_SIGNATURE",
          "EXPIRED_TOKEN",
          "MISSING_AUTHENTICATION_TOKEN",
          "INTEGRATION_FAILURE",
          "INTEGRATION_TIMEOUT",
          "API_CONFIGURATION_ERROR",
          "UNSUPPORTED_MEDIA_TYPE",
          "BAD_REQUEST_PARAMETERS",
          "BAD_REQUEST_BODY",
          "REQUEST_TOO_LARGE",
          "THROTTLED",
          "QUOTA_EXCEEDED",
          "WAF_FILTERED");

  private final Values values;

  GatewayResponseReader(Values values) {
    this.values = values;
  }

  Map<String, GatewayResponseSpec> read(Tree responses) {
    var read = new LinkedHashMap<String, GatewayResponseSpec>();
    responses
        .entries()
        .forEach((type, response) -> {
          if (!TYPES.contains(type)) {
            throw response.error("is not a type of gateway response");
          }
          read.put(type, response(response));
        });
    return read;
  }

  private GatewayResponseSpec response(Tree response) {
    var status = response.at("StatusCode");
    var template = response.at("ResponseTemplates").at("application/json");
    return new GatewayResponseSpec(
        status.present() ? OptionalInt.of(values.number(status, 0)) : OptionalInt.empty(),
        headers(response.at("ResponseParameters").at("Headers")),
        "application/json",
        values.text(template));
  }

  private Map<String, String> headers(Tree headers) {
    var read = new LinkedHashMap<String, String>();
    headers.entries().forEach((name, value) -> read.put(name, unquoted(value)));
    return read;
  }

  private String unquoted(Tree tree) {
    var text = values.text(tree);
    if (text.length() < 2 || !text.startsWith("'") || !text.endsWith("'")) {
      throw tree.error("must be a text in single quotes");
    }
    return text.substring(1, text.length() - 1);
  }
}
