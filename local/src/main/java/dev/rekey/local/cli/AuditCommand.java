package dev.rekey.local.cli;

import dev.rekey.local.cli.stack.Complaint;
import dev.rekey.local.cli.stack.Plain;
import dev.rekey.local.wire.Json;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log lines of one subject. There is no table of them: the log group of the functions is asked.
 */
@Command(
    name = "audit",
    description = {
      "Print what the functions logged of one subject, oldest first.",
      "By ADDRESS, Operate is asked for the subject first, which leaves a line of its own."
    })
final class AuditCommand implements Callable<Integer> {
  /** It goes into a filter, where a quote would begin another term. */
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_-]{16}");

  /** So does it. */
  private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}");

  private static final Set<String> IN_COLUMNS = Set.of("at", "event", "subject");

  private final Rekey rekey;

  @ArgGroup(multiplicity = "1")
  private Whose whose = new Whose();

  @Option(
      names = "--since",
      paramLabel = "PERIOD",
      description = "how far back, as P30D or PT12H; without it: P7D")
  private Duration back = Duration.ofDays(7);

  /** One of the three. */
  static final class Whose {
    @Parameters(index = "0", paramLabel = "ADDRESS", description = "an e-mail address or a number")
    private @Nullable String address; // an Optional would not be asked for

    @Option(
        names = "--subject",
        paramLabel = "HASH",
        description = "what the audit calls an address: 16 signs, as --subject=g6eVwrRyeAgMh6S7")
    private Optional<String> subject = Optional.empty();

    @Option(
        names = "--reference",
        paramLabel = "REFERENCE",
        description = "what the notice of a reset told its owner, as --reference=6d3c-4a54")
    private Optional<String> reference = Optional.empty();
  }

  AuditCommand(Rekey rekey) {
    this.rekey = rekey;
  }

  @Override
  public Integer call() {
    if (back.isNegative() || back.isZero()) {
      throw rekey.mistake("--since must be more than nothing, as P7D");
    }
    whose.subject.ifPresent(it -> {
      if (!SUBJECT.matcher(it).matches()) {
        throw rekey.mistake("--subject must be 16 of the signs A-Z a-z 0-9 _ -");
      }
    });
    whose.reference.ifPresent(it -> {
      if (!REFERENCE.matcher(it).matches()) {
        throw rekey.mistake("--reference must be as in the notice: 6d3c-4a54");
      }
    });
    try (var connection = rekey.connect()) {
      String subject = subject(connection);
      var lines = connection.audit(Clue.SUBJECT, subject, back);
      if (rekey.json()) {
        rekey.out().println(Json.text(lines));
      } else if (lines.isEmpty()) {
        rekey.out().println("no line of " + subject + " in the last " + back);
      } else {
        lines.forEach(line -> rekey.out().println(Plain.text(row(line))));
      }
      return ExitCode.OK;
    }
  }

  private String subject(Connection connection) {
    return whose
        .subject
        .or(() -> whose.reference.map(it -> subjectOf(it, connection)))
        .orElseGet(() -> subjectOfAddress(connection));
  }

  /** The lines of a notice tell whose reset it was. */
  private String subjectOf(String reference, Connection connection) {
    return connection.audit(Clue.REFERENCE, reference, back).stream()
        .filter(line -> line.path("event").asString("").startsWith("notice_"))
        .map(line -> line.path("subject").asString(""))
        .filter(subject -> SUBJECT.matcher(subject).matches())
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                "no notice with the reference %s in the last %s: --since looks further back"
                    .formatted(reference, back)));
  }

  private String subjectOfAddress(Connection connection) {
    var answer = connection.operate(Act.SHOW.operation(), Objects.requireNonNull(whose.address));
    return answer.path("subject").asString("");
  }

  private static String row(ObjectNode line) {
    String rest =
        line.properties().stream()
            .filter(it -> !IN_COLUMNS.contains(it.getKey()))
            .map(it -> it.getKey() + "=" + it.getValue().asString(""))
            .collect(Collectors.joining(" "));
    return "%-30s %-28s %s"
        .formatted(line.path("at").asString(""), line.path("event").asString(""), rest)
        .stripTrailing();
  }
}
