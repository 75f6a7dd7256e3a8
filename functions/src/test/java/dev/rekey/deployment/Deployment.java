package dev.rekey.deployment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.conformance.Scene;
import dev.rekey.deliver.DeliverHandler;
import dev.rekey.dynamo.DynamoStores;
import dev.rekey.feedback.FeedbackHandler;
import dev.rekey.feedback.Reports;
import dev.rekey.loopback.QueryServer;
import dev.rekey.operate.OperateHandler;
import dev.rekey.resetpassword.ResetPasswordHandler;
import dev.rekey.sendpasscode.SendEmailHandler;
import dev.rekey.sendpasscode.SendSmsHandler;
import dev.rekey.testing.MovableClock;
import dev.rekey.testing.Wire;
import dev.rekey.verifyreset.PreCheckCodeHandler;
import dev.rekey.verifyreset.VerifyResetRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All functions of one installation, called as the gateway and the stream call them. Endpoints are
 * told to the SDK by system properties, as an environment would.
 */
final class Deployment implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Context NO_CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private final DynamoStores stores = DynamoStores.create();
  private final MovableClock clock = new MovableClock(Scene.START);
  private final Wire wire = new Wire();
  private final SecretServer secrets = new SecretServer();
  private final QueryServer mails = new QueryServer();
  private final QueryServer texts = new QueryServer();
  private final Map<String, String> settings;
  private final ByteArrayOutputStream audit = new ByteArrayOutputStream();
  private Functions functions;

  private record Functions(
      Map<String, RequestStreamHandler> routes,
      RequestStreamHandler operate,
      RequestStreamHandler feedback,
      RequestStreamHandler deliverMail,
      RequestStreamHandler deliverSms) {}

  Deployment() {
    this(Map.of());
  }

  /** One whose functions have these settings as well. */
  Deployment(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
    mails.answers(200, "<r><SendEmailResult><MessageId>m</MessageId></SendEmailResult></r>");
    snsTakesAll();
    properties().forEach(System::setProperty);
    functions = start();
  }

  /** From now on SES answers nothing but 503. */
  void sesIsAway() {
    mails.answers(503, "away");
  }

  /** From now on SNS answers nothing but 503. */
  void snsIsAway() {
    texts.answers(503, "away");
  }

  /** From now on SNS takes no text, for good. */
  void snsRefuses() {
    texts.refuses(400, "InvalidParameter", "no");
  }

  /** As it does from the beginning. */
  void snsTakesAll() {
    texts.answers(200, "<r><PublishResult><MessageId>m</MessageId></PublishResult></r>");
  }

  /** Every function begins anew, as after a deployment. */
  void restart() {
    functions = start();
  }

  private Functions start() {
    var console = System.out;
    System.setOut(new PrintStream(audit, true, StandardCharsets.UTF_8));
    try {
      return new Functions(
          Map.of(
              "send-email", new SendEmailHandler(app(Map.of())),
              "send-sms", new SendSmsHandler(app(Map.of())),
              "pre-check-code", new PreCheckCodeHandler(app(Map.of())),
              "verify-reset-password-request", new VerifyResetRequestHandler(app(Map.of())),
              "reset-password", new ResetPasswordHandler(app(Map.of()))),
          new OperateHandler(app(Map.of())),
          new FeedbackHandler(app(Map.of("REKEY_FEEDBACK_TOPIC", Reports.TOPIC))),
          new DeliverHandler(app(Map.of("REKEY_DELIVER", "mail"))),
          new DeliverHandler(app(Map.of("REKEY_DELIVER", "sms"))));
    } finally {
      System.setOut(console);
    }
  }

  DynamoStores stores() {
    return stores;
  }

  MovableClock clock() {
    return clock;
  }

  Wire wire() {
    return wire;
  }

  /** How often the keys were read. */
  int keysRead() {
    return secrets.reads();
  }

  /** The forms of all mails that SES was given. */
  List<Map<String, String>> mails() {
    return mails.calls();
  }

  /** The forms of all texts and events that SNS was given. */
  List<Map<String, String>> texts() {
    return texts.calls();
  }

  /** All audit lines so far. */
  String audit() {
    return audit.toString(StandardCharsets.UTF_8);
  }

  /** Calls a route from one client address; what comes back is the envelope. */
  JsonNode call(String route, String client, Map<String, ?> body) {
    return JSON.readTree(answer(route, client, body).path("body").asString());
  }

  /** The same, with the status and the headers that the gateway is given. */
  JsonNode answer(String route, String client, Map<String, ?> body) {
    String path = "/api/v3/" + route;
    var event =
        Map.of(
            "httpMethod",
            "POST",
            "path",
            path,
            "headers",
            Map.of("content-type", "application/json", "x-authing-app-id", "app"),
            "requestContext",
            Map.of(
                "identity", Map.of("sourceIp", client),
                "requestId", UUID.randomUUID().toString()),
            "body",
            JSON.writeValueAsString(body),
            "isBase64Encoded",
            false);
    var handler = functions.routes.get(route);
    if (handler == null) {
      throw new IllegalArgumentException(route);
    }
    return JSON.readTree(run(handler, event));
  }

  /** Calls the operators' function, as somebody whom IAM lets. */
  JsonNode operate(String operation, Scene scene) {
    return operate(operation, scene, Map.of());
  }

  /** The same, with more fields than it knows. */
  JsonNode operate(String operation, Scene scene, Map<String, String> more) {
    var event = new HashMap<>(more);
    event.put("operation", operation);
    event.put("address", scene.address().normal());
    return JSON.readTree(run(functions.operate, event));
  }

  /** SES tells that a mail to this address has just bounced for good. */
  void bounced(Scene scene) {
    String at = clock.instant().toString();
    String report = Reports.bounceAt(at, "Permanent", "General", scene.address().normal());
    run(functions.feedback, JSON.readTree(Reports.event(Reports.TOPIC, report)));
  }

  /** Hands the last write to an address to both deliver functions, as the stream would. */
  void deliver(Scene scene) {
    var image = JSON.readTree(stores.image(scene.hash()));
    String outbox = image.path("outbox").path("S").asString("");
    if (!outbox.equals("sms")) {
      run(functions.deliverMail, batch(image));
    }
    if (!outbox.equals("mail")) {
      run(functions.deliverSms, batch(image));
    }
  }

  private static Map<String, Object> batch(JsonNode image) {
    return Map.of(
        "Records", List.of(Map.of("dynamodb", Map.of("SequenceNumber", "1", "NewImage", image))));
  }

  private static String run(RequestStreamHandler handler, Object event) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, NO_CONTEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private App app(Map<String, String> more) {
    var environment = new HashMap<>(settings);
    environment.putAll(more);
    environment.put("REKEY_RESETS_TABLE", stores.tables().resets());
    environment.put("REKEY_ACCOUNTS_TABLE", stores.tables().accounts());
    environment.put("REKEY_KEYS_SECRET", "keys");
    environment.put("REKEY_APPS", "app");
    environment.put("REKEY_MAIL_FROM", "rekey@example.com");
    environment.put("REKEY_TRUSTED_SOURCES", "10.0.0.0/8");
    environment.put("REKEY_EVENTS_TOPIC_ARN", "arn:aws:sns:eu-central-1:000000000000:events");
    return new App(environment, clock);
  }

  private Map<String, String> properties() {
    return Map.of(
        "aws.region", "eu-central-1",
        "aws.accessKeyId", "test",
        "aws.secretAccessKey", "test",
        "aws.endpointUrlDynamoDb", wire.endpoint().toString(),
        "aws.endpointUrlSecretsManager", secrets.endpoint().toString(),
        "aws.endpointUrlSes", mails.endpoint().toString(),
        "aws.endpointUrlSns", texts.endpoint().toString());
  }

  @Override
  public void close() {
    properties().keySet().forEach(System::clearProperty);
    wire.close();
    secrets.close();
    mails.close();
    texts.close();
  }
}
