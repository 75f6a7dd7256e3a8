package dev.rekey.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A call in the making, in the form of payload 1.0 unless told otherwise. */
final class ProxyCall {
  static final String REQUEST_ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ObjectNode event = JSON.createObjectNode();

  private ProxyCall() {}

  static ProxyCall of(String method, String path) {
    var call = new ProxyCall();
    call.event.put("httpMethod", method).put("path", path).put("isBase64Encoded", false);
    call.event.putNull("body");
    call.event.putObject("headers");
    call.event
        .putObject("requestContext")
        .put("requestId", REQUEST_ID)
        .putObject("identity")
        .put("sourceIp", "198.51.100.7");
    return call;
  }

  static ProxyCall second(String method, String path) {
    var call = new ProxyCall();
    call.event.put("version", "2.0").put("rawPath", path).put("isBase64Encoded", false);
    call.event.putObject("headers");
    call.event
        .putObject("requestContext")
        .put("requestId", "JKJaXmPLvHcESHA=")
        .putObject("http")
        .put("method", method)
        .put("sourceIp", "198.51.100.7");
    return call;
  }

  /** A POST of JSON by the app that the tests know. */
  static ProxyCall post(String path, String body) {
    return of("POST", path)
        .header("x-authing-app-id", "app")
        .header("Content-Type", "application/json")
        .body(body);
  }

  ProxyCall header(String name, String value) {
    event.withObjectProperty("headers").put(name, value);
    return this;
  }

  ProxyCall without(String name) {
    event.withObjectProperty("headers").remove(name);
    return this;
  }

  ProxyCall body(String body) {
    event.put("body", body);
    return this;
  }

  ProxyCall base64(byte[] body) {
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return this;
  }

  ProxyCall from(String address) {
    event
        .withObjectProperty("requestContext")
        .withObjectProperty("identity")
        .put("sourceIp", address);
    return this;
  }

  ProxyCall requestId(String id) {
    event.withObjectProperty("requestContext").put("requestId", id);
    return this;
  }

  byte[] bytes() {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  ProxyEvent event() {
    return ProxyEvent.parse(bytes());
  }

  static ObjectNode json(ByteArrayOutputStream out) {
    return (ObjectNode) JSON.readTree(out.toByteArray());
  }
}
