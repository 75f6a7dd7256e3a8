package dev.rekey.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rekey.keys.KeysUnavailable;
import dev.rekey.keys.ThrowAwayKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class SecretsManagerKeyStoreTest {
  private final List<GetSecretValueRequest> asked = new ArrayList<>();

  private SecretsManagerKeyStore answering(Supplier<GetSecretValueResponse> answer) {
    var client =
        new SecretsManagerClient() {
          @Override
          public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
            asked.add(request);
            return answer.get();
          }

          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        };
    return new SecretsManagerKeyStore(client, "rekey/keys");
  }

  private static GetSecretValueResponse secret(String text) {
    return GetSecretValueResponse.builder().secretString(text).build();
  }

  @Test
  void readsTheCurrentStageOfTheSecret() {
    var store = answering(() -> secret(ThrowAwayKeys.json()));
    assertThat(store.load()).isEqualTo(ThrowAwayKeys.keyring());
    assertThat(asked)
        .containsExactly(
            GetSecretValueRequest.builder()
                .secretId("rekey/keys")
                .versionStage("AWSCURRENT")
                .build());
  }

  @Test
  void invariant10_whatItCannotReadIsAFaultThatNamesTheSecret() {
    List<Supplier<GetSecretValueResponse>> answers =
        List.of(
            () -> {
              throw SdkClientException.create("no way there");
            },
            () -> {
              throw ResourceNotFoundException.builder().message("none such").build();
            },
            () -> GetSecretValueResponse.builder().build(),
            () -> secret(""),
            () -> secret("{\"version\":2}"));
    for (var answer : answers) {
      assertThatThrownBy(answering(answer)::load)
          .isInstanceOf(KeysUnavailable.class)
          .hasMessageContaining("rekey/keys");
    }
  }

  @Test
  void invariant8_aBrokenSecretIsNotQuoted() {
    var error = catchThrowable(answering(() -> secret("{\"addressKey\":\"s3cret"))::load);
    assertThat(error).hasStackTraceContaining("rekey/keys");
    assertThat(error.getCause()).hasMessageNotContaining("s3cret").hasNoCause();
  }
}
