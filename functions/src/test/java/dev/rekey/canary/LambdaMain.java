package dev.rekey.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.HotSpotDiagnosticMXBean;
import dev.rekey.app.App;
import dev.rekey.deliver.DeliverHandler;
import dev.rekey.feedback.FeedbackHandler;
import dev.rekey.feedback.Reports;
import dev.rekey.operate.OperateHandler;
import dev.rekey.resetpassword.ResetPasswordHandler;
import dev.rekey.sendpasscode.SendEmailHandler;
import dev.rekey.sendpasscode.SendSmsHandler;
import dev.rekey.systeminfo.SystemInfoHandler;
import dev.rekey.testing.MovableClock;
import dev.rekey.verifyreset.PreCheckCodeHandler;
import dev.rekey.verifyreset.VerifyResetRequestHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A process of functions, told by lines what to do; events and answers are in files, so that it
 * keeps nothing of them itself. What a function throws is printed, as Lambda does.
 */
final class LambdaMain {
  static final String DONE = "##done";

  private final MovableClock clock;
  private Map<String, RequestStreamHandler> functions = Map.of();

  private LambdaMain(MovableClock clock) {
    this.clock = clock;
  }

  /** Its clock stands at the instant of the first argument. */
  public static void main(String[] arguments) throws IOException {
    var main = new LambdaMain(new MovableClock(Instant.parse(arguments[0])));
    var commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (var line = commands.readLine(); line != null; line = commands.readLine()) {
      main.obey(line.split("\t", -1));
      System.out.println(DONE);
    }
  }

  private void obey(String[] words) throws IOException {
    switch (words[0]) {
      case "start" -> functions = start();
      case "clock" -> clock.moveTo(Instant.parse(words[1]));
      case "call" ->
          call(
              Objects.requireNonNull(functions.get(words[1])),
              Path.of(words[2]),
              Path.of(words[3]));
      case "state" -> state(Path.of(words[1]));
      case "dump" -> dump(words[1]);
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private Map<String, RequestStreamHandler> start() {
    return Map.of(
        "SendEmail", new SendEmailHandler(app(Map.of())),
        "SendSms", new SendSmsHandler(app(Map.of())),
        "PreCheckCode", new PreCheckCodeHandler(app(Map.of())),
        "VerifyResetRequest", new VerifyResetRequestHandler(app(Map.of())),
        "ResetPassword", new ResetPasswordHandler(app(Map.of())),
        "SystemInfo", new SystemInfoHandler(app(Map.of())),
        "Operate", new OperateHandler(app(Map.of())),
        "Feedback", new FeedbackHandler(app(Map.of("REKEY_FEEDBACK_TOPIC", Reports.TOPIC))),
        "DeliverMail", new DeliverHandler(app(Map.of("REKEY_DELIVER", "mail"))),
        "DeliverSms", new DeliverHandler(app(Map.of("REKEY_DELIVER", "sms"))));
  }

  private App app(Map<String, String> more) {
    var environment = new HashMap<>(System.getenv());
    environment.putAll(more);
    return new App(environment, clock);
  }

  @SuppressWarnings("NullAway") // no function looks at its context
  private static void call(RequestStreamHandler function, Path event, Path answer)
      throws IOException {
    try (var in = Files.newInputStream(event);
        var out = Files.newOutputStream(answer)) {
      function.handleRequest(in, out, null);
    } catch (RuntimeException thrown) {
      System.out.println("##thrown");
      thrown.printStackTrace();
    }
  }

  /** What a process shows of itself to whoever looks: its properties and the names of threads. */
  private static void state(Path file) throws IOException {
    var shown = new StringBuilder(new TreeMap<>(System.getProperties()).toString());
    Thread.getAllStackTraces().keySet().forEach(thread -> shown.append('\n').append(thread));
    Files.writeString(file, shown);
  }

  /** The live objects alone: to write them is to collect all others first. */
  private static void dump(String file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
  }
}
