package dev.rekey.local.promise;

import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertTransport;

import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rate of a source, with the setting that the other tests lift. */
class RateTest {
  @Test
  void answers429UntilTheMinuteIsOver() {
    try (var runner = RunnerUnderTest.start(Map.of("REKEY_RATE_PER_SOURCE", "2"))) {
      var api = runner.api();
      api.sendEmail(Person.stranger().email());
      api.sendEmail(Person.stranger().email());

      assertTransport(api.sendEmail(Person.stranger().email()), 429);
      assertOk(api.sendSms(Person.stranger().national())); // each route has its own
      runner.local().advance(Duration.ofMinutes(1));
      assertOk(api.sendEmail(Person.stranger().email()));
    }
  }
}
