package dev.rekey.local.aws;

import dev.rekey.local.outside.Sent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container, one for all tests of a run. Thread-safe. */
public final class LocalStack implements Emulator {
  /** The last that needs no token. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static final int SECONDS_TO_END = 30;

  private static @Nullable LocalStackContainer
      running; // guarded by the class; null until asked for

  private LocalStack() {}

  /** The one of this run; started by the first call. */
  public static synchronized LocalStack start() {
    if (running == null) {
      var container = new LocalStackContainer(IMAGE);
      // The official image has two engines: this one is DynamoDB Local, streams and all.
      container.withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2");
      container.withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2");
      // The newer engine follows each reference anew, over and over: it never comes to an end here.
      container.withEnv("PROVIDER_OVERRIDE_CLOUDFORMATION", "engine-legacy");
      container.withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1"); // the template says arm64
      container.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(container)));
      running = container;
    }
    return new LocalStack();
  }

  /** Asked to end, it removes the containers of its functions; killed, it would leave them. */
  private static void stop(LocalStackContainer container) {
    DockerClientFactory.lazyClient()
        .stopContainerCmd(container.getContainerId())
        .withTimeout(SECONDS_TO_END)
        .exec();
    container.stop();
  }

  @Override
  public URI endpoint() {
    return container().getEndpoint();
  }

  /** The same, for the containers of its functions. */
  URI inside() {
    var networks = container().getContainerInfo().getNetworkSettings().getNetworks().values();
    return URI.create("http://%s:4566".formatted(networks.iterator().next().getIpAddress()));
  }

  private static synchronized LocalStackContainer container() {
    if (running == null) {
      throw new IllegalStateException("start it first");
    }
    return running;
  }

  @Override
  public List<Sent> sent(String to) {
    var sent = new ArrayList<Sent>();
    Web.json(endpoint().resolve("/_aws/ses"))
        .path("messages")
        .valueStream()
        .filter(mail -> mail.path("Destination").path("ToAddresses").path(0).asString().equals(to))
        .map(mail -> mail.path("Body"))
        .forEach(body ->
            sent.add(
                new Sent(
                    "EMAIL",
                    to,
                    body.path("text_part").asString(),
                    body.path("html_part").asString())));
    Web.json(endpoint().resolve("/_aws/sns/sms-messages?region=" + REGION))
        .path("sms_messages")
        .path(to)
        .forEach(text -> sent.add(new Sent("SMS", to, text.path("Message").asString(), "")));
    return sent;
  }

  /** Ends with the run. */
  @Override
  public void close() {}
}
