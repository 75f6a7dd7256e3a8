package dev.rekey.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rekey.local.outside.RunnerUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An account is never called unasked. */
class AwsEndsTest {
  private static final String CALLER =
      "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  private static AwsEnds of(String endpoint) {
    try (var client =
        DynamoDbClient.builder()
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(URI.create(endpoint))
            .build()) {
      return new AwsEnds().add("DynamoDB", client.serviceClientConfiguration());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:4566",
        "http://127.0.0.1:4566",
        "http://[::1]:4566",
        "http://172.17.0.2:4566",
        "http://10.1.2.3",
        "http://192.168.1.2:8000",
        "http://169.254.1.1",
        "http://[fd00::1]:4566",
      })
  void whatIsNearIsAnEmulator(String endpoint) {
    assertThat(of(endpoint).away()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://203.0.113.7",
        "https://[2001:db8::1]",
        "https://172.32.0.1",
        "https://dynamodb.eu-central-1.amazonaws.com",
        "https://localhost.amazonaws.com.",
        "https://vpce-1.dynamodb.eu-central-1.vpce.AMAZONAWS.com",
        "https://dynamodb.cn-north-1.amazonaws.com.cn",
        "https://dynamodb.eu-central-1.api.aws",
      })
  void anythingElseIsNot(String endpoint) {
    assertThat(of(endpoint).away()).containsExactly("DynamoDB");
  }

  private static Map<String, String> variables(String... endpoints) {
    var variables = new HashMap<String, String>();
    variables.put("STACK", "aws");
    variables.put("REKEY_CREATE", "true");
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    for (var name : endpoints) {
      variables.put(name, "http://127.0.0.1:9"); // nobody listens on the discard port
    }
    return variables;
  }

  private static void assertRefuses(Map<String, String> variables, String... words) {
    var ended = RunnerUnderTest.startInVain(variables);
    assertThat(ended.exit()).as("%s", ended.lines()).isEqualTo(1);
    assertThat(ended.lines()).hasSize(1);
    assertThat(ended.lines().getFirst()).contains(words);
  }

  @Test
  void withoutAnEndpointNothingIsCalled() {
    assertRefuses(
        variables(),
        "would call AWS itself for DynamoDB, DynamoDB Streams, Secrets Manager, SES, SNS:",
        "AWS_ENDPOINT_URL",
        "REKEY_ACCOUNT");
  }

  @Test
  void oneServiceWithoutAnEndpointIsEnough() {
    assertRefuses(
        variables(
            "AWS_ENDPOINT_URL_DYNAMODB",
            "AWS_ENDPOINT_URL_DYNAMODB_STREAMS",
            "AWS_ENDPOINT_URL_SECRETS_MANAGER",
            "AWS_ENDPOINT_URL_SES"),
        "would call AWS itself for SNS:");
  }

  @Test
  void oneEndpointForAllLeadsThere() {
    assertRefuses(variables("AWS_ENDPOINT_URL"), "STACK=aws over http://127.0.0.1:9: ");
  }

  @Test
  void theAccountOfAnotherIsNotTouched() throws IOException {
    var sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sts.createContext(
        "/",
        call -> {
          var answer = CALLER.getBytes(UTF_8);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    sts.start();
    try {
      var variables = variables("AWS_ENDPOINT_URL");
      variables.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:" + sts.getAddress().getPort());
      variables.put("REKEY_ACCOUNT", "210987654321");
      assertRefuses(variables, "of the account 123456789012,", "not of REKEY_ACCOUNT 210987654321");
      variables.put("REKEY_ACCOUNT", "123456789012"); // goes on, to where nobody listens
      assertRefuses(variables, "STACK=aws over http://127.0.0.1:9: ");
    } finally {
      sts.stop(0);
    }
  }

  @Test
  void aMissingRegionIsOneLine() {
    var variables = variables("AWS_ENDPOINT_URL");
    variables.remove("AWS_REGION");
    assertRefuses(variables, "STACK=aws: ", "region");
  }
}
