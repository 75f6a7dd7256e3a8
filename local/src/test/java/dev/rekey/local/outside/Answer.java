package dev.rekey.local.outside;

import java.net.http.HttpHeaders;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param body as text, since every answer is UTF-8
 */
public record Answer(int status, HttpHeaders headers, String body) {

  public String contentType() {
    return headers.firstValue("content-type").orElse("");
  }

  /** The body; what is no JSON fails the test. */
  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** The {@code statusCode} of the envelope. */
  public int statusCode() {
    return json().path("statusCode").asInt();
  }

  public JsonNode data() {
    return json().path("data");
  }

  /** Everything that a stranger can compare: status, headers but the date, body but requestId. */
  public String bytes() {
    var comparable = new TreeMap<>(headers.map());
    comparable.remove("date");
    return status
        + " "
        + comparable
        + " "
        + body.replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\"");
  }
}
