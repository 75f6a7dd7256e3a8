package dev.rekey.local.silence;

import dev.rekey.local.LocalValues;
import dev.rekey.local.silence.Question.When;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Asks a runner for people of all kinds, one call at a time, in random order, and times the
 * answers. A disturbance of the machine, or what the service does after an answer, so falls on any
 * kind alike. For one thread.
 */
public final class Interview {
  /**
   * Of the runner: no rate per source, and {@code x-real-ip} names the source of a call, so that
   * there are enough of them to shut an address.
   */
  public static final Map<String, String> SETTINGS =
      Map.of("REKEY_RATE_PER_SOURCE", "100000", "REKEY_TRUSTED_SOURCES", "127.0.0.1/32");

  /** People of each kind between two questions: a further send must be within a minute. */
  private static final int BLOCK = 100;

  /** How often one whose address is shut is asked for: to shut it takes 55 calls. */
  private static final int TIMES_SHUT = 20;

  private static final int MISSES = 50; // shut an address
  private static final int MISSES_A_PASSCODE = 10; // five of the asker, five of another
  private static final int MISSES_A_SOURCE = 5; // at one passcode
  private static final String SOURCE = "192.0.2.1";
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI runner;
  private final RandomGenerator random;
  private final Map<Question, String> answers = new EnumMap<>(Question.class);
  private int ordinal;

  /**
   * Questions to a runner.
   *
   * @param runner that was started with {@link #SETTINGS}
   * @param seed of the order
   */
  public Interview(URI runner, long seed) {
    this.runner = runner;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Asks everything.
   *
   * @param people of each kind; for an address that is shut a twentieth, each asked twenty times
   * @throws IllegalStateException when an answer is not the one that is timed, or two people are
   *     answered by other words: there is nothing to time then
   */
  public Timings ask(int people) throws IOException, InterruptedException {
    var timings = new Timings();
    for (int done = 0; done < people; done += BLOCK) {
      time(block(Math.min(BLOCK, people - done)), When.UP, timings);
    }
    var down = Map.of("status", 500);
    local("PUT", "faults", Map.of("ses", down, "sns", down));
    for (int done = 0; done < people; done += BLOCK) {
      time(block(Math.min(BLOCK, people - done)), When.DOWN, timings);
    }
    local("PUT", "faults", Map.of());
    int shut = Math.ceilDiv(people, TIMES_SHUT);
    for (int done = 0; done < shut; done += BLOCK) {
      var block = block(Math.min(BLOCK, shut - done));
      shut(block);
      for (int i = 0; i < TIMES_SHUT; i++) {
        time(block, When.SHUT, timings);
      }
    }
    return timings;
  }

  private void time(List<Asked> block, When when, Timings timings)
      throws IOException, InterruptedException {
    for (var question : Question.asked(when)) {
      shuffle(block);
      var kinds = Kind.askedBy(question);
      for (var asked : block) {
        if (kinds.contains(asked.kind())) {
          timings.add(question, asked.kind(), microseconds(question, asked));
        }
      }
    }
  }

  /** Guesses by ever new sources, until nobody may guess any more. */
  private void shut(List<Asked> block) throws IOException, InterruptedException {
    for (int misses = 0; misses < MISSES; misses += MISSES_A_PASSCODE) {
      for (var asked : block) {
        ask(Route.SEND_EMAIL, asked, source(misses)); // a source may ask for four a day
        for (int miss = misses; miss < misses + MISSES_A_PASSCODE; miss++) {
          ask(Route.VERIFY_EMAIL, asked, source(miss));
        }
      }
      local("POST", "clock", Map.of("advance", "PT61S"));
    }
    for (var asked : block) {
      if (asked.kind() == Kind.KNOWN) {
        awaitNotice(asked);
      }
    }
  }

  private static String source(int miss) {
    return "198.51.100." + miss / MISSES_A_SOURCE;
  }

  /** That the address is shut: its owner got a message without a passcode. */
  private void awaitNotice(Asked known) throws IOException, InterruptedException {
    var path = runner.resolve("/_local/messages?to=" + known.email());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var seen = http.send(HttpRequest.newBuilder(path).build(), BodyHandlers.ofString()).body();
      if (Json.readObjects(seen).stream()
          .anyMatch(it -> !SIX_DIGITS.matcher(it.path("text").asString()).find())) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(known.email() + " is not shut: " + seen);
      }
      Thread.sleep(20);
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
    long start = System.nanoTime();
    var answer = ask(question.route, asked, SOURCE);
    double took = (System.nanoTime() - start) / 1_000.0;
    mustBeAsEver(question, asked, words(answer));
    return took;
  }

  private String ask(Route route, Asked asked, String source)
      throws IOException, InterruptedException {
    var request =
        request(route.path, "POST", route.body(asked))
            .header("x-authing-app-id", LocalValues.APP_ID)
            .header("x-real-ip", source)
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private void mustBeAsEver(Question question, Asked asked, String words) {
    var first = answers.computeIfAbsent(question, _ -> words);
    if (!first.equals(words) || !words.startsWith(question.answer + " ")) {
      throw new IllegalStateException(
          question.title + " answered " + words + " for " + asked.kind() + ", before " + first);
    }
  }

  private static String words(String body) {
    var envelope = Json.readObject(body);
    return envelope.path("statusCode").asInt()
        + " "
        + envelope.path("apiCode").asInt(0)
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
