package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.Channel;
import dev.rekey.conformance.Scene;
import dev.rekey.testing.TestLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** An installation, a new person for each test, and what a call asked of DynamoDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BudgetBench {
  static final Duration MINUTE = Duration.ofSeconds(61);
  static final String CLIENT = "203.0.113.7";
  static final String BACKEND = "10.1.2.3";
  static final String WRITE = "UpdateItem";
  static final String READ = "GetItem";

  final Map<String, List<String>> page = page();
  final Deployment deployment = new Deployment();
  final Calls calls = new Calls(deployment);
  Scene person = calls.unknown();

  /** The first call of each function is slow, and a slow request is made twice. */
  @BeforeAll
  void warmUp() {
    for (var way : Channel.values()) {
      begin(way);
      ask(CLIENT); // refused where even the first request of all is too slow
      deployment.clock().forward(MINUTE);
      String token = token();
      preCheck("000000");
      reset(token, "a password that is good");
      deployment.deliver(person);
    }
  }

  @BeforeEach
  void begin() {
    begin(Channel.EMAIL);
  }

  void begin(Channel way) {
    var address = way == Channel.EMAIL ? Scene.someEmail() : Scene.someNumber();
    person = new Scene(deployment.stores(), TestLimits.DEFAULT, address);
    person.account();
    asked();
  }

  @AfterAll
  void end() {
    deployment.close();
  }

  String token() {
    return Calls.token(verify(sent()));
  }

  JsonNode reset(String token, String password) {
    return deployment.call(
        "reset-password", CLIENT, Map.of("passwordResetToken", token, "password", password));
  }

  String sent() {
    send(CLIENT);
    asked();
    return calls.code(person);
  }

  void send(String client) {
    assertThat(Calls.status(ask(client))).isEqualTo(200);
  }

  JsonNode ask(String client) {
    return calls.send(person, client);
  }

  JsonNode preCheck(String code) {
    return calls.preCheck(person, code);
  }

  JsonNode verify(String code) {
    return calls.verify(person, CLIENT, code);
  }

  List<String> asked() {
    return deployment.wire().drainOperations();
  }

  void assertAsked(String call, String... operations) {
    var asked = asked();
    System.out.println("requests, " + call + ": " + asked.size() + " " + asked);
    assertThat(asked).as(call).isEqualTo(Arrays.asList(operations));
    assertThat(page.get(call)).as("%s in docs/requests.md", call).isEqualTo(asked);
  }

  /** What the page says of each call. */
  static Map<String, List<String>> page() {
    try {
      return Pattern.compile("(?m)^\\| ([^|]+) \\| ([A-Za-z, ]+Items?) \\|")
          .matcher(Files.readString(Path.of("../docs/requests.md")))
          .results()
          .collect(Collectors.toMap(row -> row.group(1), row -> List.of(row.group(2).split(", "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
