package dev.rekey.local.contract;

import static dev.rekey.local.LocalValues.APP_ID;
import static dev.rekey.local.LocalValues.USER_POOL_ID;
import static dev.rekey.local.outside.Api.SEND_EMAIL;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Headers as only some clients spell them (contract section 2.1), where no vector shows them. */
@ExtendWith(SharedRunner.class)
class ClientHeadersTest {
  private final Api api;

  ClientHeadersTest(RunnerUnderTest runner) {
    api = runner.api();
  }

  @Test
  void goSpellsHeadersInTitleCase() {
    assertOk(sendBy(Map.of("X-Authing-App-Id", APP_ID)));
  }

  @Test
  void genAuthHasItsOwnHeaders() {
    var ids = Map.of("x-genauth-userpool-id", USER_POOL_ID, "x-genauth-lang", "en-US");

    var answer = sendBy(ids);

    assertOk(answer);
    assertThat(answer.json().path("message").asString()).isEqualTo("Operation successful");
  }

  @Test
  void ofBothSpellingsAuthingCounts() {
    assertRefused(
        sendBy(Map.of("x-authing-app-id", "nobody", "x-genauth-app-id", APP_ID)), 499, 2011);
    assertOk(sendBy(Map.of("x-authing-app-id", APP_ID, "x-genauth-app-id", "nobody")));
  }

  private Answer sendBy(Map<String, String> ids) {
    var headers = new HashMap<>(ids);
    headers.put("Content-Type", "application/json");
    return api.post(SEND_EMAIL, Json.text(Api.mailBody(Person.stranger().email())), headers);
  }
}
