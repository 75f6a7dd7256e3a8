package dev.rekey.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R15 from end to end: an address is guessed at until it is shut, and an operator opens it. */
class ShutAddressTest {
  private static final Map<String, String> SETTINGS =
      Map.of("REKEY_RATE_PER_SOURCE", "100000", "REKEY_TRUSTED_SOURCES", "127.0.0.1/32");

  @Test
  void r15_aShutAddressSignsInAndIsOpenedByAnOperator() {
    try (var runner = RunnerUnderTest.start(SETTINGS)) {
      var api = runner.api();
      var local = runner.local();
      var person = Person.stranger();
      local.put(person, person.account());
      shut(person, api, local);
      local.await(person.email(), 6); // five passcodes, and that it was shut

      assertThat(local.signsIn(person.email(), Person.OLD_PASSWORD)).isTrue();
      assertThat(operate(local, "show", person).path("shutSince").asString()).isNotEmpty();
      int told = local.messages(person.email()).size();
      assertThat(send(person, "203.0.113.1", api)).isEqualTo(200);

      assertThat(operate(local, "open", person).path("opened").asBoolean()).isTrue();
      assertThat(operate(local, "open", person).path("opened").asBoolean()).isFalse();
      assertThat(operate(local, "show", person).path("misses").asInt()).isZero();
      assertThat(send(person, "203.0.113.1", api)).isEqualTo(200);
      var sent = local.await(person.email(), told + 1);
      assertThat(sent).as("nothing was sent while it was shut").hasSize(told + 1);
      var passcode = sent.getLast().passcode();
      assertThat(api.verifyEmail(person.email(), passcode).statusCode()).isEqualTo(200);
    }
  }

  private static void shut(Person person, Api api, LocalSide local) {
    for (int round = 0; round < 5; round++) {
      send(person, "198.51.100." + round, api);
      for (int miss = 0; miss < 10; miss++) {
        String from = "198.51.100." + (100 + 2 * round + miss / 5);
        api.postWith("x-real-ip", from, Api.VERIFY, Api.verifyEmailBody(person.email(), "000000"));
      }
      local.advance(Duration.ofMinutes(1));
    }
    local.forgetLimits();
  }

  private static int send(Person person, String from, Api api) {
    return api.postWith("x-real-ip", from, Api.SEND_EMAIL, Api.mailBody(person.email()))
        .statusCode();
  }

  private static JsonNode operate(LocalSide local, String operation, Person person) {
    return local
        .call("POST", "operate", Map.of("operation", operation, "address", person.email()))
        .json();
  }
}
