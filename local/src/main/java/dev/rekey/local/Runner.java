package dev.rekey.local;

import dev.rekey.local.account.LocalAccounts;
import dev.rekey.local.account.LocalLimits;
import dev.rekey.local.admin.AccountRoutes;
import dev.rekey.local.admin.AuditRoute;
import dev.rekey.local.admin.ClockRoute;
import dev.rekey.local.admin.FaultsRoute;
import dev.rekey.local.admin.LimitsRoute;
import dev.rekey.local.admin.LocalRoutes;
import dev.rekey.local.admin.MessageRoutes;
import dev.rekey.local.admin.OperateRoute;
import dev.rekey.local.admin.RotateRoute;
import dev.rekey.local.aws.AwsStack;
import dev.rekey.local.dynamo.Settled;
import dev.rekey.local.http.Gateway;
import dev.rekey.local.lambda.AuditLines;
import dev.rekey.local.lambda.Functions;
import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.stream.StreamMapping;
import dev.rekey.local.stream.StreamMappings;
import dev.rekey.local.template.Template;
import dev.rekey.local.template.TemplateReader;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.settings.BadSetting;
import dev.rekey.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** The whole service in one process. Everything it opened is closed in the opposite order. */
public final class Runner implements AutoCloseable {
  /** How long the runner's own keys are used before they are read again. */
  public static final Duration KEYS_MAXIMUM_AGE = Duration.ofMinutes(1);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final RunnerSettings settings;
  private final SecureRandom random = new SecureRandom();
  private final LoopbackServer server;
  private String welcome = "";

  private Runner(RunnerSettings settings) {
    this.settings = settings;
    this.server = keep(bind(settings.port()));
  }

  /**
   * Starts the service; it answers when this returns.
   *
   * @param template the file that is deployed
   * @throws RunnerException or {@link dev.rekey.local.template.TemplateException} with the one line
   *     that says why not
   */
  public static Runner start(Path template, RunnerSettings settings) {
    var read = TemplateReader.read(template, LocalValues.parameters(), settings.overrides());
    checkSettings(read);
    var runner = new Runner(settings);
    try {
      runner.open(read);
      return runner;
    } catch (RuntimeException e) {
      runner.close();
      throw e;
    }
  }

  /** The functions would say the same, but only once DynamoDB Local is up: seconds too late. */
  private static void checkSettings(Template template) {
    try {
      template.functions().forEach(function -> Settings.read(function.environment()));
    } catch (BadSetting e) {
      throw new RunnerException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Where the API and {@code /_local} are. */
  public URI uri() {
    return server.uri();
  }

  /** How to try it, and last that it is ready. */
  String welcome() {
    return welcome;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) { // the rest must be closed all the same
        System.err.println("closing: " + e);
      }
    }
  }

  private void open(Template template) {
    var data = keep(DataFolder.open(settings.data()));
    var clock = new MovableClock(data.path());
    var stack = keep(stack(template, data, clock));
    var printed = keep(AuditLines.printed());
    var functions = new Functions(clock).make(template.functions());
    functions.forEach(this::keep);
    var names = TableNames.of(functions);
    var tables = stack.tables();
    var accounts = new LocalAccounts(tables, names.accounts(), stack.keys(), clock, random);
    if (stack.isForTrying()) {
      DemoAccount.ensure(accounts);
    }
    UnaryOperator<LoopbackServer.Route> settled =
        route -> data.path().isEmpty() ? route : new Settled(route, tables, names.resets());
    server.route("/", settled.apply(new Gateway(template, functions)));
    server.route(
        "/_local",
        settled.apply(
            new LocalRoutes(
                stack.messages().map(MessageRoutes::new),
                new AccountRoutes(accounts),
                new ClockRoute(clock),
                new LimitsRoute(new LocalLimits(tables, names.resets())),
                stack.faults().map(FaultsRoute::new),
                new OperateRoute(functions),
                stack
                    .secrets()
                    .map(them -> new RotateRoute(functions, them, template.keysSecret())),
                new AuditRoute(printed))));
    mappings(functions, stack.mappings()).forEach(mapping -> keep(mapping).start());
    server.start();
    WarmUp.of(server.uri());
    welcome = stack.welcome(server.uri());
  }

  private Stack stack(Template template, DataFolder data, MovableClock clock) {
    return settings.aws().isPresent()
        ? AwsStack.reach(template, settings.aws().get(), clock, random)
        : EmbeddedStack.start(template, data, clock, random);
  }

  private static List<StreamMapping> mappings(
      List<LambdaFunction> functions, StreamMappings mappings) {
    try {
      return functions.stream()
          .flatMap(f -> f.spec().mappings().stream().map(mapping -> mappings.map(mapping, f)))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new RunnerException("template.yaml: " + e.getMessage(), e);
    }
  }

  private static LoopbackServer bind(int port) {
    try {
      return LoopbackServer.bind(port);
    } catch (IOException e) {
      throw new RunnerException(
          "port " + port + " of 127.0.0.1 is taken; set REKEY_PORT to another one", e);
    }
  }

  private <T extends AutoCloseable> T keep(T resource) {
    opened.push(resource);
    return resource;
  }
}
