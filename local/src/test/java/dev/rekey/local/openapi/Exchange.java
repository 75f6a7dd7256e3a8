package dev.rekey.local.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.net.http.HttpHeaders;
import java.util.Arrays;

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
    String answer) {
  private static final String END_OF_LINE = "\r\n";

  /**
   * One as it went over the wire.
   *
   * @param call first line and headers
   * @param reply first line and headers of the answer
   */
  public static Exchange of(String call, String body, String reply, String answer) {
    var line = call.lines().findFirst().orElseThrow().split(" ", -1);
    var status = reply.lines().findFirst().orElseThrow().split(" ", -1)[1];
    return new Exchange(
        line[0],
        line[1].replaceFirst("\\?.*", ""),
        headers(call),
        body,
        Integer.parseInt(status),
        headers(reply),
        answer);
  }

  private static HttpHeaders headers(String head) {
    var headers =
        Arrays.stream(head.split(END_OF_LINE, -1))
            .skip(1)
            .map(header -> header.split(":", 2))
            .collect(groupingBy(it -> it[0], mapping(it -> it[1].strip(), toList())));
    return HttpHeaders.of(headers, (_, _) -> true);
  }
}
