package dev.rekey.local.silence;

import dev.rekey.local.LocalValues;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Asks a runner for people of all kinds, one call at a time, in random order, and times the
 * answers. A disturbance of the machine, or what the service does after an answer, so falls on any
 * kind alike. For one thread.
 */
public final class Interview {
  /** People of each kind between two questions: a further send must be within a minute. */
  private static final int BLOCK = 100;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI runner;
  private final RandomGenerator random;
  private final Map<Question, String> answers = new EnumMap<>(Question.class);
  private int ordinal;

  /**
   * Questions to a runner that has no rate per source.
   *
   * @param seed of the order
   */
  public Interview(URI runner, long seed) {
    this.runner = runner;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Asks everything.
   *
   * @param people of each kind
   * @throws IllegalStateException when two people are answered by other words: there is nothing to
   *     time then
   */
  public Timings ask(int people) throws IOException, InterruptedException {
    var timings = new Timings();
    series(people, Question.UP, timings);
    var down = Map.of("status", 500);
    local("PUT", "faults", Map.of("ses", down, "sns", down));
    series(people, Question.DOWN, timings);
    local("PUT", "faults", Map.of());
    return timings;
  }

  private void series(int people, List<Question> questions, Timings timings)
      throws IOException, InterruptedException {
    for (int done = 0; done < people; done += BLOCK) {
      var block = block(Math.min(BLOCK, people - done));
      for (var question : questions) {
        shuffle(block);
        var kinds = Kind.askedBy(question);
        for (var asked : block) {
          if (kinds.contains(asked.kind())) {
            timings.add(question, asked.kind(), microseconds(question, asked));
          }
        }
      }
    }
  }

  private List<Asked> block(int people) throws IOException, InterruptedException {
    var kinds = new ArrayList<Kind>();
    for (int i = 0; i < people; i++) {
      kinds.addAll(List.of(Kind.values()));
    }
    shuffle(kinds);
    var block = new ArrayList<Asked>();
    for (var kind : kinds) {
      var asked = Asked.of(kind, ++ordinal);
      if (kind.hasAccount()) {
        local("PUT", "accounts/u" + ordinal, kind.account(asked));
      }
      block.add(asked);
    }
    return block;
  }

  private double microseconds(Question question, Asked asked)
      throws IOException, InterruptedException {
    var request =
        request(question.path(), "POST", question.body(asked))
            .header("x-authing-app-id", LocalValues.APP_ID)
            .build();
    long start = System.nanoTime();
    var answer = http.send(request, BodyHandlers.ofString());
    double took = (System.nanoTime() - start) / 1_000.0;
    mustBeAsEver(question, asked, words(answer.body()));
    return took;
  }

  private void mustBeAsEver(Question question, Asked asked, String words) {
    var first = answers.putIfAbsent(question, words);
    if (first != null && !first.equals(words)) {
      throw new IllegalStateException(
          question.title + " answered " + words + " for " + asked.kind() + ", before " + first);
    }
  }

  private static String words(String body) {
    var envelope = Json.readObject(body);
    return envelope.path("statusCode")
        + " "
        + envelope.path("apiCode")
        + " "
        + envelope.path("message")
        + " "
        + envelope.path("data");
  }

  private void local(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    var answer =
        http.send(request("/_local/" + path, method, body).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("/_local/" + path + " answered " + answer.body());
    }
  }

  private HttpRequest.Builder request(String path, String method, Map<String, ?> body) {
    return HttpRequest.newBuilder(runner.resolve(path))
        .header("content-type", "application/json")
        .method(method, BodyPublishers.ofString(Json.text(body)));
  }

  private void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }
}
