package dev.rekey.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.cli.preflight.Environment;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.cli.stack.Faults;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: {@code rekey account show ada@example.com}. */
@Command(
    name = "rekey",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "What operators may do, by the function Operate of a stack. Nobody can choose or see a"
          + " password.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or found in order",
      "1:not done, or doctor or preflight found a fault; the reason is on stderr or in the line",
      "2:the command line was wrong"
    })
public final class Rekey {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--stack",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description = "the CloudFormation stack; without it: rekey")
  private String stack = "rekey";

  @Option(
      names = "--region",
      scope = ScopeType.INHERIT,
      paramLabel = "REGION",
      description = "its region; without it: as the AWS tools find one")
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--profile",
      scope = ScopeType.INHERIT,
      paramLabel = "PROFILE",
      description = "the profile of the AWS tools to sign with")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--local",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "ask a running `make run` in place of a stack")
  private Optional<URI> local = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "print one JSON value, for programs")
  private boolean json;

  @SuppressWarnings("UnusedVariable") // picocli looks at it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this help")
  private boolean help;

  private Rekey() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, UTF_8);
    var err = new PrintWriter(System.err, true, UTF_8);
    int exit = run(out, err, arguments);
    out.flush();
    Runtime.getRuntime().halt(exit); // idle connections must not hold it up
  }

  /** Runs one command; gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    var rekey = new Rekey();
    var account =
        new CommandLine(new AccountCommand())
            .addSubcommand("show", new OperateCommand(rekey, Act.SHOW))
            .addSubcommand("open", new OperateCommand(rekey, Act.OPEN))
            .addSubcommand("compromised", new OperateCommand(rekey, Act.COMPROMISED))
            .addSubcommand("unsuppress", new OperateCommand(rekey, Act.UNSUPPRESS));
    var line =
        new CommandLine(rekey)
            .addSubcommand("account", account)
            .addSubcommand("erase", new OperateCommand(rekey, Act.ERASE))
            .addSubcommand("audit", new AuditCommand(rekey))
            .addSubcommand("doctor", new DoctorCommand(rekey))
            .addSubcommand("preflight", new PreflightCommand(rekey))
            .addSubcommand("try", new TryCommand(rekey));
    Act.describe(line);
    return line.setOut(out)
        .setErr(err)
        .setExpandAtFiles(false) // an argument is never the name of a file
        .setExecutionExceptionHandler((fault, command, _) -> {
          command.getErr().println("rekey: " + Faults.line(fault));
          return CommandLine.ExitCode.SOFTWARE;
        })
        .execute(arguments);
  }

  boolean json() {
    return json;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** What the commands talk to. */
  Connection connect() {
    if (local.isEmpty()) {
      return StackConnection.open(stack, region, profile);
    }
    var url = local.get();
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null) {
      throw new ParameterException(
          spec.commandLine(), "--local must be a URL as http://localhost:8080, not '" + url + "'");
    }
    return new LocalConnection(url);
  }

  /** The account of an environment, whose region and profile stand behind those of the line. */
  Aws account(Environment environment) {
    if (local.isPresent()) {
      throw mistake("--local names a runner, and an environment is deployed to an account");
    }
    return new Aws(region.or(environment::region), profile.or(environment::profile));
  }

  /** A mistake that only shows while a command runs. */
  ParameterException mistake(String line) {
    return new ParameterException(spec.commandLine(), line);
  }
}
