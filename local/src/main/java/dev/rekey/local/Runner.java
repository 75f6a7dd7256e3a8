package dev.rekey.local;

import dev.rekey.keyrotation.FirstKeys;
import dev.rekey.keys.KeyringJson;
import dev.rekey.keys.Keys;
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
import dev.rekey.local.dynamo.DynamoEngine;
import dev.rekey.local.dynamo.Settled;
import dev.rekey.local.dynamo.Tables;
import dev.rekey.local.fault.Faults;
import dev.rekey.local.http.Gateway;
import dev.rekey.local.lambda.AuditLines;
import dev.rekey.local.lambda.Functions;
import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.secrets.SecretStore;
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
  private static final Duration KEYS_MAXIMUM_AGE = Duration.ofMinutes(1);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final RunnerSettings settings;
  private final Faults faults = new Faults();
  private final SecureRandom random = new SecureRandom();
  private final LoopbackServer server;

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
    var folder = data.path();
    var clock = new MovableClock(folder);
    var log = new MessageLog(folder);
    var secrets = new SecretStore(folder);
    var keys = keys(template, secrets, clock, data.hasTables());
    var dynamo = keep(DynamoEngine.start(data.tables(), faults));
    var ends = keep(Ends.start(log, secrets, clock, faults));
    AwsProperties.set(dynamo, ends);
    var clients = Clients.of(dynamo.quietEndpoint());
    var tables = new Tables(clients.tables());
    template.tables().forEach(tables::ensure);

    var printed = keep(AuditLines.printed());
    var functions = new Functions(clock).make(template.functions());
    functions.forEach(this::keep);
    var names = TableNames.of(functions);
    var accounts = new LocalAccounts(clients.tables(), names.accounts(), keys, clock, random);
    DemoAccount.ensure(accounts);
    UnaryOperator<LoopbackServer.Route> settled =
        route -> folder.isEmpty() ? route : new Settled(route, clients.tables(), names.resets());
    server.route("/", settled.apply(new Gateway(template, functions)));
    server.route(
        "/_local",
        settled.apply(
            new LocalRoutes(
                new MessageRoutes(log),
                new AccountRoutes(accounts),
                new ClockRoute(clock),
                new LimitsRoute(new LocalLimits(clients.tables(), names.resets())),
                new FaultsRoute(faults),
                new OperateRoute(functions),
                new RotateRoute(functions, secrets, template.secrets().getFirst()),
                new AuditRoute(printed))));
    mappings(functions, new StreamMappings(clients.tables(), clients.streams(), folder))
        .forEach(mapping -> keep(mapping).start());
    server.start();
    WarmUp.of(server.uri());
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

  /**
   * The keys as the functions read them, made where there is nothing yet. What tables hold cannot
   * be found again without the keys that it was written under.
   */
  private Keys keys(Template template, SecretStore secrets, MovableClock clock, boolean hasTables) {
    if (template.secrets().size() != 1) {
      throw new RunnerException("template.yaml must declare one secret, for the keys");
    }
    var name = template.secrets().getFirst();
    if (secrets.current(name).isEmpty()) {
      if (hasTables) {
        throw secrets.missing(name);
      }
      var first = new FirstKeys(random).make(clock.instant());
      secrets.put(name, KeyringJson.write(first), clock.instant());
    }
    var keys =
        new Keys(
            () -> KeyringJson.read(secrets.current(name).orElseThrow()), clock, KEYS_MAXIMUM_AGE);
    try {
      keys.current();
      return keys;
    } catch (IllegalArgumentException e) {
      throw secrets.broken(e);
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
