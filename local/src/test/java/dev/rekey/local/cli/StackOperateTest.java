package dev.rekey.local.cli;

import static dev.rekey.local.cli.Ran.rekey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.cli.stack.Faults;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Each operation by Lambda's Invoke. */
@ExtendWith(SharedRunner.class)
class StackOperateTest {
  private final StackUnderTest stack = new StackUnderTest();

  @AfterEach
  void end() {
    stack.close();
  }

  @Test
  void invokesOperateOfTheStackAndNothingElse(RunnerUnderTest runner) {
    var person = runner.local().person();
    runner.api().sendEmail(person.email());
    stack.answers("Invoke", request -> operate(runner, request));

    assertThat(rekey("account", "show", person.email()).out()).contains("sends today    1");
    assertThat(rekey("account", "open", person.email()).out()).contains("it was not shut");
    assertThat(rekey("account", "compromised", person.email()).exit()).isZero();
    assertThat(rekey("erase", person.email()).out()).contains("erased: nothing is kept of it");

    assertThat(stack.requests("Invoke"))
        .extracting(StackUnderTest.Request::path)
        .hasSize(4)
        .containsOnly("/2015-03-31/functions/" + StackUnderTest.OPERATE + "/invocations");
    assertThat(stack.requests())
        .extracting(StackUnderTest.Request::operation)
        .containsOnly("ListStackResources", "Invoke");
  }

  /** As Lambda would: the payload goes to the function, its answer comes back. */
  private static Reply operate(RunnerUnderTest runner, StackUnderTest.Request request) {
    var event = Json.texts(Json.readObject(request.body()));
    return Reply.of(200, "application/json", runner.local().call("POST", "operate", event).body());
  }

  @Test
  void theStackIsTheOneThatWasNamed() {
    rekey("account", "show", "a@b.example", "--stack", "other", "--region", "eu-west-1");
    assertThat(stack.requests("ListStackResources").getFirst().body()).contains("StackName=other");
  }

  @Test
  void readsAllPagesOfTheStack() {
    stack.answers(
        "ListStackResources",
        request ->
            StackUnderTest.ok(
                request,
                request.body().contains("NextToken=more")
                    ? InOrder.resources(InOrder.everything())
                    : InOrder.resources("") + "<NextToken>more</NextToken>"));
    assertThat(rekey("account", "show", "a@b.example").exit()).isZero();
  }

  @Test
  void saysThatThereIsNoSuchStack() {
    stack.refuses("ListStackResources", 400, "ValidationError");
    var ran = rekey("account", "show", "a@b.example", "--stack=none");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("the stack 'none' in eu-central-1 cannot be read (ValidationError: no)")
        .contains("--stack", "--region", "cloudformation:ListStackResources")
        .hasLineCount(1);
  }

  @Test
  void saysThatItIsAnotherStack() {
    stack.answers("ListStackResources", InOrder.resources(InOrder.function("Other", "x")));
    var ran = rekey("account", "show", "a@b.example");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("has no function Operate");
  }

  @Test
  void saysThatItMayNotBeInvoked() {
    stack.refuses("Invoke", 403, "AccessDeniedException");
    var ran = rekey("erase", "a@b.example");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains(StackUnderTest.OPERATE, "AccessDeniedException", "lambda:InvokeFunction");
  }

  @Test
  void saysWhereTheFunctionTellsWhyItFailed() {
    stack.answers("Invoke", _ -> failed("{\"errorMessage\":\"canary\"}"));
    var ran = rekey("erase", "a@b.example");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("failed (Unhandled)", StackUnderTest.AUDIT)
        .doesNotContain("canary");
  }

  @Test
  void anAnswerThatIsNoneIsNotBelieved() {
    for (String body : List.of("", "[]", "{}", "null")) {
      stack.answers("Invoke", body);
      var ran = rekey("erase", "a@b.example");
      assertThat(ran.exit()).as(body).isEqualTo(1);
      assertThat(ran.err()).contains("is not Operate");
    }
  }

  @Test
  void whatOperateRefusesIsTold() {
    stack.answers("Invoke", "{\"error\":\"the table is out of reach\\u001b[2J\"}");
    var ran = rekey("erase", "a@b.example");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("refused: the table is out of reach?[2J");
  }

  @Test
  void saysThatThereIsNoRegionOrNobodyToSignFor() {
    assertThat(Faults.line(SdkClientException.create("Unable to load region from any provider")))
        .contains("--region");
    assertThat(Faults.line(SdkClientException.create("Unable to load credentials from any")))
        .contains("--profile");
  }

  private static Reply failed(String body) {
    var reply = Reply.of(200, "application/json", body);
    var headers = new HashMap<>(reply.headers());
    headers.put("X-Amz-Function-Error", List.of("Unhandled"));
    return new Reply(200, headers, reply.body());
  }
}
