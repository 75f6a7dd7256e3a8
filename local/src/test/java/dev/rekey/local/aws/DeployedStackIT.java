package dev.rekey.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.Keys;
import dev.rekey.local.account.AccountInput;
import dev.rekey.local.account.LocalAccounts;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.Sent;
import dev.rekey.local.wire.Json;
import dev.rekey.secrets.SecretsManagerKeyStore;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import tools.jackson.databind.JsonNode;

/**
 * The stack itself, made by CloudFormation of the template that is shipped: a whole reset through
 * its API, its functions in containers and its stream. What this cannot show is in docs/aws.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployedStackIT {
  private static final String FROM = "no-reply@rekey.example";
  private static final String NEW_PASSWORD = "seven green bicycles";
  private static final Duration PATIENCE = Duration.ofMinutes(3); // a container a function

  private final LocalStack emulator = LocalStack.start();
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().socketTimeout(PATIENCE).build();
  private final SecureRandom random = new SecureRandom();
  private final CloudFormationClient cloudFormation = client(CloudFormationClient.builder());
  private final DynamoDbClient tables = client(DynamoDbClient.builder());
  private final SecretsManagerClient secrets = client(SecretsManagerClient.builder());
  private final Deployment stack =
      Deployment.make(
          emulator.endpoint(),
          cloudFormation,
          Map.of(
              "Apps", "rekey-local-app",
              "MailFrom", FROM,
              "Rollout", "AllAtOnce",
              "KeysSecretName", "rekey-of-the-stack/keys"));
  private final String api =
      "%s/_aws/execute-api/%s/prod".formatted(emulator.endpoint(), stack.resource("Api"));
  private final Person person = Person.stranger();

  private <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C client(B builder) {
    return builder
        .endpointOverride(emulator.endpoint())
        .region(Region.of(Emulator.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(http)
        .build();
  }

  /** What the template leaves to its owner: a verified sender, and people. */
  @BeforeAll
  void moveIn() {
    try (var ses = client(SesClient.builder())) {
      ses.verifyEmailIdentity(request -> request.emailAddress(FROM));
    }
    askForTheFirstKeys();
    accounts().put(person.id(), AccountInput.read(Json.readObject(Json.text(person.account()))));
  }

  /** LocalStack leaves custom resources out, so this asks as its CloudFormation would. */
  private void askForTheFirstKeys() {
    var answer = "/rekey-code/first-keys.json";
    var event =
        Map.of(
            "RequestType", "Create",
            "ResponseURL", emulator.inside().resolve(answer).toString(),
            "StackId", "stack",
            "RequestId", "request",
            "LogicalResourceId", "FirstKeys");
    assertThat(invoke(stack.resource("MakeKeys"), event)).contains("\"done\":true");
    assertThat(Web.json(emulator.endpoint().resolve(answer)).path("Status").asString())
        .isEqualTo("SUCCESS");
  }

  private String invoke(String function, Map<String, String> event) {
    try (var lambda = client(LambdaClient.builder())) {
      var payload = SdkBytes.fromUtf8String(Json.text(event));
      var answer = lambda.invoke(call -> call.functionName(function).payload(payload));
      assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
      return answer.payload().asUtf8String();
    }
  }

  @AfterAll
  void close() {
    cloudFormation.close();
    tables.close();
    secrets.close();
    http.close();
  }

  private LocalAccounts accounts() {
    var store = new SecretsManagerKeyStore(secrets, stack.output("KeysSecret"));
    var keys = new Keys(store, Clock.systemUTC(), Duration.ofMinutes(1));
    var table = stack.output("AccountsTable");
    return new LocalAccounts(tables, table, keys, Clock.systemUTC(), random);
  }

  @Test
  void aPasswordIsResetThroughTheApi() {
    warm();
    assertThat(code(post(Api.SEND_EMAIL, Api.mailBody(person.email())))).isEqualTo(200);
    var passcode = await(person.email(), 1).getFirst().passcode();
    var wrong = Api.preCheckEmailBody(person.email(), Passcodes.wrong(passcode));
    assertThat(post(Api.PRE_CHECK, wrong).path("data").path("isValid").asBoolean()).isFalse();
    var right = Api.preCheckEmailBody(person.email(), passcode);
    assertThat(post(Api.PRE_CHECK, right).path("data").path("isValid").asBoolean()).isTrue();
    var verified = post(Api.VERIFY, Api.verifyEmailBody(person.email(), passcode));
    var token = verified.path("data").path("passwordResetToken").asString();

    var reset = Map.of("passwordResetToken", token, "password", NEW_PASSWORD);
    assertThat(code(post(Api.RESET, reset))).isEqualTo(200);

    assertThat(accounts().isRight(person.email(), NEW_PASSWORD)).isTrue();
    assertThat(accounts().isRight(person.email(), Person.OLD_PASSWORD)).isFalse();
    assertThat(code(post(Api.RESET, reset))).as("the token again").isNotEqualTo(200);
    assertThat(await(person.email(), 2).getLast().hasPasscode()).isFalse();
    assertThat(await(person.phone(), 1).getLast().hasPasscode()).isFalse();
  }

  @Test
  void everyRouteOfTheTemplateLeadsToItsFunction() {
    assertThat(get("/api/v3/system").toString()).contains("publicKey");
    assertThat(code(get("/api/v3/get-country-list"))).isEqualTo(200);
    assertThat(code(post("/api/v3/check-app-id-secret", Map.of("appId", "a", "appSecret", "b"))))
        .isNotEqualTo(500);
  }

  @Test
  void operatorsSeeAnAddress() {
    var event = Map.of("operation", "show", "address", person.email());
    assertThat(invoke(stack.output("OperateFunction"), event)).contains("\"known\":");
  }

  /** The first call of a function waits for its container: strangers make it. */
  private void warm() {
    var stranger = Person.stranger();
    var calls =
        Map.of(
            Api.SEND_EMAIL, Api.mailBody(stranger.email()),
            Api.PRE_CHECK, Api.preCheckEmailBody(stranger.email(), "000000"),
            Api.VERIFY, Api.verifyEmailBody(stranger.email(), "000000"),
            Api.RESET, Map.of("passwordResetToken", "A".repeat(86), "password", NEW_PASSWORD));
    calls.forEach((path, body) ->
        Web.await(
            "answer of " + path,
            PATIENCE,
            () -> Optional.of(send(path, body)).filter(it -> it.statusCode() == 200)));
  }

  private JsonNode get(String path) {
    return Json.readObject(
        Web.await(
                "answer of " + path,
                PATIENCE,
                () ->
                    Optional.of(call(path).GET())
                        .map(Web::send)
                        .filter(it -> it.statusCode() == 200))
            .body());
  }

  private JsonNode post(String path, Map<String, ?> body) {
    var answer = send(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.readObject(answer.body());
  }

  private HttpResponse<String> send(String path, Map<String, ?> body) {
    return Web.send(call(path).POST(BodyPublishers.ofString(Json.text(body))));
  }

  private HttpRequest.Builder call(String path) {
    var request = HttpRequest.newBuilder(URI.create(api + path));
    request.header("content-type", "application/json");
    return request.header("x-authing-app-id", "rekey-local-app");
  }

  private static int code(JsonNode envelope) {
    return envelope.path("statusCode").asInt();
  }

  private List<Sent> await(String to, int count) {
    return Web.await(
        "%s messages".formatted(count),
        PATIENCE,
        () -> Optional.of(emulator.sent(to)).filter(sent -> sent.size() >= count));
  }
}
