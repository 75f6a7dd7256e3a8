import static java.nio.charset.StandardCharsets.UTF_8;

import cn.authing.sdk.java.client.AuthenticationClient;
import cn.hutool.log.LogFactory;
import cn.hutool.log.dialect.console.ConsoleLog;
import cn.hutool.log.dialect.console.ConsoleLogFactory;
import cn.hutool.log.level.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What the SDK writes into its log. */
final class Logs {
  private static final String PASSWORD = "seven green bicycles";
  private static final String TOKEN = "a token that is none";

  private Logs() {}

  /** As where no logging framework is on the class path; silenced. */
  static void toStandardOutput() {
    LogFactory.setCurrentLogFactory(ConsoleLogFactory.class);
    ConsoleLog.setLevel(Level.WARN);
  }

  static void addTo(Suite suite, AuthenticationClient client) {
    suite.test(
        "the SDK logs passwords and tokens, until its log is silenced",
        _ -> {
          var reset = Encryption.plain(PASSWORD);
          reset.setPasswordResetToken(TOKEN);
          ConsoleLog.setLevel(Level.INFO);
          var loud = printedBy(() -> Seen.of(client.resetPassword(reset)).refused(499, null));
          ConsoleLog.setLevel(Level.WARN);
          var silent = printedBy(() -> Seen.of(client.resetPassword(reset)).refused(499, null));
          Check.that(loud.contains(PASSWORD) && loud.contains(TOKEN), "not in: " + loud);
          Check.equal("", silent);
        });
  }

  private static String printedBy(Runnable call) {
    var printed = new ByteArrayOutputStream();
    var before = System.out;
    try (var out = new PrintStream(printed, true, UTF_8)) {
      System.setOut(out);
      call.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8);
  }
}
