package dev.rekey.http;

import dev.rekey.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call as API Gateway hands it over, payload format 1.0 (REST) or 2.0 (HTTP API and function
 * URL).
 *
 * @param method upper case
 * @param path with one slash where there were several and none at its end, perhaps behind a stage
 *     or the base path of a domain
 * @param headers by name, in any case
 * @param body text of the body; empty where there is none
 * @param client network address of the caller as the gateway saw it, from the request context alone
 *     (R9)
 * @param requestId the gateway's own
 */
record ProxyEvent(
    String method,
    String path,
    Map<String, String> headers,
    Body body,
    Optional<String> client,
    Optional<String> requestId) {
  private static final JsonMapper JSON = Json.MAPPER;

  /** The body of a call. */
  sealed interface Body {

    /** How many bytes were sent. */
    int length();

    record Text(String text) implements Body {
      @Override
      public int length() {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }

      /** A body may hold a passcode, a token or a password. */
      @Override
      public String toString() {
        return "Text[hidden]";
      }
    }

    /** Marked as base64, but neither that nor UTF-8. */
    record Unreadable(int length) implements Body {}
  }

  static ProxyEvent parse(byte[] event) {
    JsonNode root = tree(event);
    JsonNode context = root.path("requestContext");
    JsonNode http = context.path("http"); // payload 2.0 alone has it
    boolean second = http.isObject();
    return new ProxyEvent(
        (second ? http.path("method") : root.path("httpMethod"))
            .asString("")
            .toUpperCase(Locale.ROOT),
        path((second ? root.path("rawPath") : root.path("path")).asString("")),
        headers(root.path("headers")),
        body(root),
        text((second ? http : context.path("identity")).path("sourceIp")),
        text(context.path("requestId")));
  }

  /**
   * What is no JSON comes from no gateway; it is a call of no route, and answered as such (R47).
   */
  private static JsonNode tree(byte[] event) {
    try {
      return JSON.readTree(event);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * The value of the contract's header, in the spelling of Authing or else of GenAuth (section
   * 2.1).
   */
  Optional<String> contractHeader(String name) {
    return header("x-authing-" + name).or(() -> header("x-genauth-" + name));
  }

  /**
   * A host that ends in a slash makes two of the first one; and where a slash stands behind the
   * path, API Gateway finds the route all the same and hands the slash over.
   */
  private static String path(String text) {
    return text.replaceAll("/{2,}", "/").replaceFirst("/$", "");
  }

  private static Map<String, String> headers(JsonNode node) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    node.properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    return headers;
  }

  private static Body body(JsonNode root) {
    String body = root.path("body").asString("");
    if (!root.path("isBase64Encoded").asBoolean(false)) {
      return new Body.Text(body);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      return new Body.Unreadable(body.length());
    }
    try {
      return new Body.Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Body.Unreadable(bytes.length);
    }
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asString("")).filter(text -> !text.isEmpty());
  }

  /** Without headers and body: they may hold secrets and addresses. */
  @Override
  public String toString() {
    return "ProxyEvent[" + method + "]";
  }
}
