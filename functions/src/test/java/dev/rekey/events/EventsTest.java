package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.deliver.DeliverHandler;
import dev.rekey.events.Replay.Invoked;
import dev.rekey.feedback.FeedbackHandler;
import dev.rekey.keyrotation.MakeKeysHandler;
import dev.rekey.keyrotation.RotateKeysHandler;
import dev.rekey.operate.OperateHandler;
import dev.rekey.resetpassword.ResetPasswordHandler;
import dev.rekey.sendpasscode.SendEmailHandler;
import dev.rekey.sendpasscode.SendSmsHandler;
import dev.rekey.systeminfo.SystemInfoHandler;
import dev.rekey.verifyreset.PreCheckCodeHandler;
import dev.rekey.verifyreset.VerifyResetRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every file in {@code events/} is replayed, and its whole answer is the one in the file beside it,
 * but for what is random. A folder bears the name of its function in the template.
 */
class EventsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Map<String, Function<App, RequestStreamHandler>> HANDLERS =
      Map.ofEntries(
          Map.entry("SendEmail", SendEmailHandler::new),
          Map.entry("SendSms", SendSmsHandler::new),
          Map.entry("DeliverMail", DeliverHandler::new),
          Map.entry("DeliverSms", DeliverHandler::new),
          Map.entry("PreCheckCode", PreCheckCodeHandler::new),
          Map.entry("VerifyResetRequest", VerifyResetRequestHandler::new),
          Map.entry("ResetPassword", ResetPasswordHandler::new),
          Map.entry("SystemInfo", SystemInfoHandler::new),
          Map.entry("Operate", OperateHandler::new),
          Map.entry("Feedback", FeedbackHandler::new),
          Map.entry("MakeKeys", MakeKeysHandler::new),
          Map.entry("RotateKeys", RotateKeysHandler::new));

  private static final Set<String> WORDS =
      Arrays.stream(AuditEvent.values()).map(AuditEvent::word).collect(Collectors.toSet());

  /** Keys that an audit line of a call may have. */
  private static final Set<String> AUDIT_KEYS =
      Set.of(
          "at",
          "event",
          "subject",
          "channel",
          "reason",
          "outcome",
          "account",
          "mfa",
          "route",
          "source",
          "requestId",
          "code",
          "eventRefused",
          "country",
          "provenIn",
          "step",
          "made",
          "retired",
          "stack",
          "cause",
          "causeStack");

  static List<EventFile> cases() throws IOException {
    return EventFile.all();
  }

  @Test
  void everyFunctionOfTheTemplateHasFilesAndEveryFolderIsAFunction() throws IOException {
    var functions =
        Pattern.compile("(?m)^  ([A-Za-z]+):\\n    Type: AWS::Serverless::Function$")
            .matcher(Files.readString(Path.of("../template.yaml")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(HANDLERS.keySet()).containsExactlyInAnyOrderElementsOf(functions);
    assertThat(cases().stream().map(EventFile::function).distinct())
        .containsExactlyInAnyOrderElementsOf(functions);
  }

  @Test
  void everyFileIsAnEventWithItsAnswerOrTheOtherWayRound() throws IOException {
    var names = EventFile.files();
    assertThat(names)
        .allMatch(name ->
            name.endsWith(EventFile.ANSWER)
                ? names.contains(name.replace(EventFile.ANSWER, ".json"))
                : name.endsWith(".json")
                    && names.contains(name.replace(".json", EventFile.ANSWER)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredAsTheFileBesideItSays(EventFile file) throws IOException {
    ObjectNode outcome;
    try (var installation = new Installation()) {
      outcome = Replay.outcome(file, installation, EventsTest::invoke);
    }
    if (Boolean.getBoolean("events.write") && !isWritten(file, outcome)) {
      Files.writeString(file.answerFile(), JSON.writeValueAsString(outcome) + "\n");
    }
    assertThat(outcome)
        .as("%s; -Devents.write=true writes the answers anew, for you to read", file.answerFile())
        .isEqualTo(file.answer());
  }

  /** An order of keys that changed from run to run would hide what did change. */
  private static boolean isWritten(EventFile file, ObjectNode outcome) throws IOException {
    return Files.exists(file.answerFile()) && outcome.equals(file.answer());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void r45_everyLineIsOfTheVocabulary(EventFile file) throws IOException {
    var audit = file.answer().path("audit");
    if (!file.function().startsWith("Deliver")
        && !file.name().equals("Feedback/bounce-of-several")) {
      assertThat(audit.size()).as("one line a call").isEqualTo(1);
    }
    for (JsonNode line : audit) {
      assertThat(WORDS).contains(line.path("event").asString());
      assertThat(AUDIT_KEYS).containsAll(line.propertyNames());
    }
  }

  /** In this process; what the function throws, Lambda shows to whoever invoked it. */
  @SuppressWarnings("NullAway") // no function looks at its context
  private static Invoked invoke(Installation installation, String function, String event)
      throws IOException {
    var log = new ByteArrayOutputStream();
    var out = new ByteArrayOutputStream();
    var stdout = System.out;
    try (var captured = new PrintStream(log, true, UTF_8)) {
      System.setOut(captured);
      handler(function, installation)
          .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
    } catch (IllegalArgumentException | IllegalStateException thrown) {
      out.reset();
      JSON.writeValue(out, Map.of("thrown", String.valueOf(thrown.getMessage())));
    } finally {
      System.setOut(stdout);
    }
    return new Invoked(out.toString(UTF_8), log.toString(UTF_8).lines().toList());
  }

  private static RequestStreamHandler handler(String function, Installation installation) {
    var app =
        switch (function) {
          case "DeliverMail" -> installation.app("REKEY_DELIVER", "mail");
          case "DeliverSms" -> installation.app("REKEY_DELIVER", "sms");
          default -> installation.app();
        };
    return Objects.requireNonNull(HANDLERS.get(function), function).apply(app);
  }
}
