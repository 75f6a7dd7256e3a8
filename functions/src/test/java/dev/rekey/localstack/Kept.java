package dev.rekey.localstack;

import dev.rekey.testing.DynamoDbLocal;
import dev.rekey.testing.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What LocalStack kept of what was sent. */
final class Kept {
  private Kept() {}

  /** The mails to an address, oldest first. */
  static List<JsonNode> mails(String to) {
    return get("/_aws/ses")
        .path("messages")
        .valueStream()
        .filter(mail -> mail.path("Destination").path("ToAddresses").path(0).asString().equals(to))
        .toList();
  }

  /** The texts to a number, oldest first. */
  static List<JsonNode> texts(String to) {
    return get("/_aws/sns/sms-messages?region=" + DynamoDbLocal.REGION)
        .path("sms_messages")
        .path(to)
        .valueStream()
        .toList();
  }

  private static JsonNode get(String path) {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(LocalStack.endpoint().resolve(path)).build();
      return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
