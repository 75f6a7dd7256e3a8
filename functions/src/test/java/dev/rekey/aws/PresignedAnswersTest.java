package dev.rekey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.loopback.StackServer;
import dev.rekey.stack.StackAnswer;
import dev.rekey.stack.StackUnreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PresignedAnswersTest {
  private static final String SIGNED =
      "/arn%3Aaws%3Acloudformation%3Aeu-central-1%3A123456789012%3Astack/rekey/1%7CFirstKeys%7C2"
          + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20260601%2Feu-central-1%2Fs3"
          + "%2Faws4_request&X-Amz-Signature=a%2Bb%2Fc%3D";
  private static final StackAnswer DONE =
      new StackAnswer(true, "made \"quoted\"", "rekey-first-keys", "stack", "request", "FirstKeys");

  private final PresignedAnswers answers = AwsClients.stackAnswers();

  @Test
  void putsWhatCloudFormationReads() {
    try (var stack = new StackServer()) {
      answers.tell(stack.presigned(SIGNED), DONE);
      assertThat(stack.puts()).hasSize(1);
      var put = stack.puts().getFirst();
      assertThat(put.method()).isEqualTo("PUT");
      assertThat(JsonMapper.shared().readTree(put.body()))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"Status":"SUCCESS","Reason":"made \\"quoted\\"",
                       "PhysicalResourceId":"rekey-first-keys","StackId":"stack",
                       "RequestId":"request","LogicalResourceId":"FirstKeys"}
                      """));
    }
  }

  @Test
  void tellsAFailure() {
    try (var stack = new StackServer()) {
      answers.tell(
          stack.presigned(SIGNED), new StackAnswer(false, "why", "id", "stack", "request", "it"));
      assertThat(stack.puts().getFirst().body()).contains("\"Status\":\"FAILED\"", "why");
    }
  }

  /** S3 signs what CloudFormation signed: the same address, its query sorted; and no type. */
  @Test
  void sendsNothingThatTheSignatureDoesNotKnow() {
    try (var stack = new StackServer()) {
      answers.tell(stack.presigned(SIGNED), DONE);
      var put = stack.puts().getFirst();
      assertThat(put.uri().split("[?&]", -1)).containsExactlyInAnyOrder(SIGNED.split("[?&]", -1));
      assertThat(put.uri()).startsWith(SIGNED.substring(0, SIGNED.indexOf('?') + 1));
      assertThat(put.headers()).doesNotContainKeys("Content-type", "Authorization");
      assertThat(put.headers().keySet()).noneMatch(it -> it.startsWith("X-amz"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 500, 503})
  void saysThatItWasNotTakenAndNeverWhere(int status) {
    try (var stack = new StackServer()) {
      stack.answers(status);
      assertThatThrownBy(() -> answers.tell(stack.presigned(SIGNED), DONE))
          .isInstanceOf(StackUnreachable.class)
          .hasMessageContaining("http-" + status)
          .hasMessageNotContaining("Signature")
          .hasNoCause();
    }
  }

  @Test
  void saysThatNobodyAnswersAndNeverWhere() {
    var gone = new StackServer();
    var address = gone.presigned(SIGNED);
    gone.close();
    assertThatThrownBy(() -> answers.tell(address, DONE))
        .isInstanceOf(StackUnreachable.class)
        .hasMessageNotContaining("Signature")
        .hasNoCause();
  }
}
