package dev.rekey.http;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One route and what serves it. Made in two steps, because a call is refused for its form before it
 * counts against the rate of its source.
 *
 * @param method upper case
 * @param path as the contract spells it; a stage may stand before it
 * @param needsApp whether the caller must name a known app or user pool
 * @param rated whether its calls count against the rate of their source
 * @param read reads the call, or refuses its form; what it gives serves the caller
 */
public record Route(
    String method,
    String path,
    boolean needsApp,
    boolean rated,
    Function<ProxyEvent, Function<Caller, Answer>> read) {

  /** A POST of a known app, counted against the rate of its source. */
  public static <B> Route post(
      String path, Function<Fields, B> read, BiFunction<B, Caller, Answer> answer) {
    return new Route(
        "POST",
        path,
        true,
        true,
        event -> {
          B body = read.apply(JsonBody.of(event));
          return caller -> answer.apply(body, caller);
        });
  }

  /** A GET of anybody. */
  public static Route get(String path, Function<Caller, Answer> answer) {
    return new Route("GET", path, false, false, _ -> answer);
  }

  /** The same for callers that name no app. */
  public Route open() {
    return new Route(method, path, false, rated, read);
  }

  /** The same without counting. */
  public Route unrated() {
    return new Route(method, path, needsApp, false, read);
  }

  boolean serves(ProxyEvent event) {
    return event.method().equals(method) && event.path().endsWith(path);
  }
}
