package dev.rekey.local.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.wire.Reply;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A call in the query protocol of AWS: a form in, XML out. */
record QueryCall(String namespace, Map<String, String> form) {
  static QueryCall parse(String namespace, String body) {
    var form = new LinkedHashMap<String, String>();
    for (var pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new QueryCall(namespace, form);
  }

  String action() {
    return form.getOrDefault("Action", "");
  }

  @Nullable String value(String name) {
    return form.get(name);
  }

  /** The values of {@code prefix.member.1}, {@code prefix.member.2} and so on. */
  List<String> members(String prefix) {
    return IntStream.iterate(1, i -> form.containsKey(prefix + ".member." + i), i -> i + 1)
        .mapToObj(i -> form.getOrDefault(prefix + ".member." + i, ""))
        .toList();
  }

  Reply result(String messageId) {
    return xml(
        200,
        "<%1$sResponse xmlns=\"%2$s\"><%1$sResult><MessageId>%3$s</MessageId></%1$sResult><ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>"
            .formatted(action(), namespace, messageId, UUID.randomUUID()));
  }

  Reply error(String code, String message) {
    return xml(
        400,
        "<ErrorResponse xmlns=\"%s\"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
            .formatted(namespace, code, message, UUID.randomUUID()));
  }

  private static Reply xml(int status, String body) {
    return Reply.of(status, "text/xml", body);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
