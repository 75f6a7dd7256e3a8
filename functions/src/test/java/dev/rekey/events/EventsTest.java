package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.deliver.DeliverHandler;
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
import java.util.stream.Stream;
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
  private static final Path EVENTS = Path.of("../events");
  private static final String ANSWER = ".answer.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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

  /** The bucket that CloudFormation names in its requests. */
  private static final String BUCKET = "https://bucket.example";

  private static final String ROTATION = "7c1e6f0a-5b7d-4d0e-9a53-0c4a2f6f1b11";

  private static final Pattern TOLD =
      Pattern.compile("(?:ToAddresses.member.1|PhoneNumber|TopicArn)=([^&]*)");

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

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(EVENTS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static Stream<String> cases() throws IOException {
    return files().stream()
        .map(file -> EVENTS.relativize(file).toString())
        .filter(name -> !name.endsWith(ANSWER))
        .map(name -> name.substring(0, name.length() - ".json".length()));
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
    assertThat(cases().map(name -> name.split("/", 2)[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(functions);
  }

  @Test
  void everyFileIsAnEventWithItsAnswerOrTheOtherWayRound() throws IOException {
    var names = files().stream().map(file -> EVENTS.relativize(file).toString()).toList();
    assertThat(names)
        .allMatch(name ->
            name.endsWith(ANSWER)
                ? names.contains(name.replace(ANSWER, ".json"))
                : name.endsWith(".json") && names.contains(name.replace(".json", ANSWER)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredAsTheFileBesideItSays(String name) throws IOException {
    byte[] event = Files.readAllBytes(EVENTS.resolve(name + ".json"));
    var file = EVENTS.resolve(name + ANSWER);
    var outcome = replay(name.split("/", 2)[0], event);
    if (Boolean.getBoolean("events.write") && !isWritten(file, outcome)) {
      Files.writeString(file, JSON.writeValueAsString(outcome) + "\n");
    }
    assertThat(outcome)
        .as("%s; -Devents.write=true writes the answers anew, for you to read", file)
        .isEqualTo(JSON.readTree(Files.readString(file)));
  }

  /** An order of keys that changed from run to run would hide what did change. */
  private static boolean isWritten(Path file, ObjectNode outcome) throws IOException {
    return Files.exists(file) && outcome.equals(JSON.readTree(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void r45_everyLineIsOfTheVocabulary(String name) throws IOException {
    var audit = JSON.readTree(Files.readString(EVENTS.resolve(name + ANSWER))).path("audit");
    if (!name.startsWith("Deliver") && !name.equals("Feedback/bounce-of-several")) {
      assertThat(audit.size()).as("one line a call").isEqualTo(1);
    }
    for (JsonNode line : audit) {
      assertThat(WORDS).contains(line.path("event").asString());
      assertThat(AUDIT_KEYS).containsAll(line.propertyNames());
    }
  }

  /** Answer, audit lines, and whom a message went to. */
  private static ObjectNode replay(String function, byte[] event) throws IOException {
    var log = new ByteArrayOutputStream();
    var out = new ByteArrayOutputStream();
    var stdout = System.out;
    var outcome = JSON.createObjectNode();
    try (var installation = new Installation();
        var captured = new PrintStream(log, true, UTF_8)) {
      System.setOut(captured);
      var bucket = installation.ends().endpoint().toString();
      byte[] here = new String(event, UTF_8).replace(BUCKET, bucket).getBytes(UTF_8);
      call(handler(function, installation), here, out);
      var answer = (ObjectNode) JSON.readTree(masked(out.toString(UTF_8)));
      if (answer.has("body")) {
        answer.set("body", JSON.readTree(answer.path("body").asString()));
      }
      outcome.set("answer", answer);
      var audit = outcome.putArray("audit");
      log.toString(UTF_8).lines().forEach(line -> audit.add(JSON.readTree(masked(line))));
      var told = outcome.putArray("told");
      for (var call : installation.ends().drain()) {
        told.add(call.startsWith("{") ? JSON.readTree(masked(call)) : recipient(call));
      }
    } finally {
      System.setOut(stdout);
    }
    return outcome;
  }

  /** What a function throws, Lambda shows to whoever invoked it. */
  @SuppressWarnings("NullAway") // no function looks at its context
  private static void call(RequestStreamHandler handler, byte[] event, ByteArrayOutputStream out)
      throws IOException {
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, null);
    } catch (IllegalArgumentException | IllegalStateException thrown) {
      out.reset();
      JSON.writeValue(out, Map.of("thrown", String.valueOf(thrown.getMessage())));
    }
  }

  private static RequestStreamHandler handler(String function, Installation installation) {
    switch (function) {
      case "PreCheckCode", "VerifyResetRequest" -> {
        installation.askForPasscode(Installation.ADA);
        installation.askForPasscode(Installation.ADAS_PHONE);
      }
      case "Operate" -> installation.askForPasscode(Installation.ADA);
      case "ResetPassword" -> installation.exchange();
      case "RotateKeys" -> installation.rotate(ROTATION);
      default -> {}
    }
    var app =
        switch (function) {
          case "DeliverMail" -> installation.app("REKEY_DELIVER", "mail");
          case "DeliverSms" -> installation.app("REKEY_DELIVER", "sms");
          default -> installation.app();
        };
    return Objects.requireNonNull(HANDLERS.get(function), function).apply(app);
  }

  private static JsonNode recipient(String call) {
    return JSON.valueToTree(recipientOf(call));
  }

  private static String recipientOf(String call) {
    return TOLD.matcher(call)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("a message to nobody"));
  }

  /** Without what is random: ids, the secret half of a token, hashes and the lines of a stack. */
  private static String masked(String text) {
    String ids = UUID.matcher(text).replaceAll("(uuid)");
    return ids.replaceAll(
            "(passwordResetToken\\\\?\":\\\\?\"[^\"\\\\]{42})[^\"\\\\]{44}", "$1(secret)")
        .replaceAll("\"source\":\"[A-Za-z0-9_-]+\"", "\"source\":\"(hash)\"")
        .replaceAll("\"(stack|causeStack)\":\"[^\"]*\"", "\"$1\":\"(frames)\"");
  }
}
