package dev.rekey.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.Address;
import dev.rekey.canary.Parrot.Asked;
import dev.rekey.canary.Parrot.End;
import dev.rekey.keys.KeysUnavailable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * R18, R46, invariant 8: after all paths nothing secret has come out. All loggers of Java are set
 * to tell everything, and the flight recorder keeps the message of every exception that was made.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaksTest {
  /**
   * Whose exceptions may quote what they read: parsers and the SDK do. None of them gets beyond the
   * class that called it; that is what the test of the printed text and of our exceptions is for.
   */
  private static final Set<String> QUOTING =
      Set.of("tools.jackson.core.", "software.amazon.awssdk.");

  private String printed = "";
  private String state = "";
  private String items = "";
  private Map<Address, String> subjects = Map.of();
  private List<Path> files = List.of();
  private List<Asked> asked = List.of();
  private List<RecordedEvent> exceptions = List.of();
  private Paths paths;
  private Canaries canaries;

  @BeforeAll
  void goAllWays(@TempDir Path folder) throws Exception {
    Path recording = folder.resolve("exceptions.jfr");
    try (var house = new House(folder, options(folder, recording))) {
      paths = new Paths(house);
      canaries = paths.canaries;
      paths.all();
      subjects =
          Stream.of(House.email(), House.phone())
              .collect(Collectors.toMap(it -> it, it -> house.hash(it).subject()));
      state = house.sandbox().state();
      files = house.sandbox().files();
      items = paths.items + house.stores.everything();
      asked = house.parrot.asked();
      house.sandbox().close();
      printed = house.sandbox().printed();
    }
    exceptions = RecordingFile.readAllEvents(recording);
  }

  @AfterAll
  void say() {
    System.out.printf(
        "invariant 8: %d calls, %d requests to AWS, %d exceptions, %d kB printed%n",
        paths.answers.size() + paths.exchanges.size(),
        asked.size(),
        exceptions.size(),
        printed.length() / 1024);
  }

  private static String[] options(Path folder, Path recording) throws IOException {
    Path events = folder.resolve("exceptions.jfc");
    var event =
        """
        <event name="jdk.%s"><setting name="enabled">true</setting>
        <setting name="stackTrace">true</setting><setting name="throttle">off</setting></event>
        """;
    Files.writeString(
        events,
        "<configuration version=\"2.0\">"
            + event.formatted("JavaExceptionThrow")
            + event.formatted("JavaErrorThrow")
            + "</configuration>");
    Path logging = folder.resolve("logging.properties");
    Files.writeString(
        logging,
        """
        handlers=java.util.logging.ConsoleHandler
        .level=ALL
        java.util.logging.ConsoleHandler.level=ALL
        """);
    return new String[] {
      "-Djava.util.logging.config.file=" + logging,
      "-XX:FlightRecorderOptions:repository=" + folder.resolve("jfr"),
      "-XX:StartFlightRecording:filename=" + recording + ",settings=" + events
    };
  }

  @Test
  void r18_r46_invariant8_nothingSecretIsPrinted() {
    assertThat(printed)
        .contains("authn_password_change\"", "authn_password_change_fail", "passcode_delivered")
        .contains("passcode_dropped", "delivery_failing", "record_unreadable", "recovery_opened")
        .contains("notice_delivered", "input_validation_fail", "app_checked", "StoreUnavailable")
        .contains("KeysUnavailable", "UNDECRYPTABLE", "account_compromised", "address_erased");
    assertThat(canaries.in(printed)).isEmpty();
  }

  /** What is walked by mail alone is not searched for numbers. */
  @Test
  void everyRouteOfTheTemplateIsWalkedAndWithBothKindsOfAddress() throws IOException {
    var routes =
        Pattern.compile("Path: (/api/v3/[a-z-]+)")
            .matcher(Files.readString(Path.of("../template.yaml")))
            .results()
            .map(found -> found.group(1));
    assertThat(lines())
        .extracting(it -> it.path("route").asString(""))
        .containsAll(routes.toList());
    assertThat(walked(House.phone()))
        .contains("/api/v3/send passcode_requested", "/api/v3/pre-check-code passcode_prechecked")
        .isEqualTo(walked(House.email()));
  }

  /** Routes and events of the audit lines about an address; both send routes count as one. */
  private Set<String> walked(Address address) {
    var subject = Objects.requireNonNull(subjects.get(address));
    return lines().stream()
        .filter(it -> it.has("route") && it.path("subject").asString("").equals(subject))
        .map(it -> it.path("route").asString() + " " + it.path("event").asString())
        .map(it -> it.replaceFirst("send-(email|sms) ", "send "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<JsonNode> lines() {
    return printed
        .lines()
        .filter(it -> it.startsWith("{"))
        .map(JsonMapper.shared()::readTree)
        .toList();
  }

  @Test
  void r18_allLoggersOfJavaAreOnAndOursSayNothing() {
    assertThat(printed).contains("sun.net.www.protocol.http.HttpURLConnection");
    assertThat(printed.lines())
        .filteredOn(line -> line.contains("dev.rekey") && !line.startsWith("{"))
        .allMatch(line -> line.startsWith("\tat dev.rekey."), "a frame of a stack");
  }

  /** The SDK logs by SLF4J: with no provider of it in the artefact there is nothing to turn on. */
  @Test
  void r18_theArtefactHasNoLogFramework() throws IOException {
    for (String path : Sandbox.classPath().split(File.pathSeparator, -1)) {
      if (path.endsWith(".jar")) {
        try (var jar = new JarFile(path)) {
          assertThat(jar.stream().map(entry -> entry.getName()))
              .as(path)
              .doesNotContain("META-INF/services/org.slf4j.spi.SLF4JServiceProvider")
              .doesNotContain("org/slf4j/impl/StaticLoggerBinder.class")
              .noneMatch(name -> name.startsWith("org/apache/logging/log4j/core/"))
              .noneMatch(name -> name.startsWith("ch/qos/logback/"));
        }
      }
    }
  }

  @Test
  void r18_invariant8_nothingIsThrownAtLambda() {
    var thrown =
        printed.lines().filter(it -> it.matches("[\\w.]+(Exception|Error)(: .*)?")).toList();
    assertThat(printed.lines().filter("##thrown"::equals)).hasSameSizeAs(thrown);
    var comesAgain = "java.lang.IllegalStateException: the table or the keys are out of reach";
    assertThat(thrown)
        .as("reports of mails, so that they come again")
        .anyMatch(it -> it.startsWith(comesAgain));
    assertThat(thrown)
        .filteredOn(it -> !it.startsWith(comesAgain))
        .hasSize(4)
        .allMatch(it -> it.endsWith("the event is not JSON"));
  }

  @Test
  void r18_invariant8_noExceptionOfOursQuotesASecret() {
    assertThat(exceptions)
        .extracting(LeaksTest::thrown)
        .contains(KeysUnavailable.class.getName(), "dev.rekey.account.StoreUnavailable");
    assertThat(exceptions)
        .filteredOn(it -> QUOTING.stream().noneMatch(thrown(it)::startsWith))
        .allSatisfy(it -> assertThat(canaries.inText(text(it))).as(thrown(it)).isEmpty());
  }

  /** The test before sees what it should: these do quote. */
  @Test
  void exceptionsOfTheLibrariesQuote() {
    assertThat(QUOTING)
        .allMatch(library ->
            exceptions.stream()
                .filter(it -> thrown(it).startsWith(library))
                .anyMatch(it -> !canaries.inText(text(it)).isEmpty()));
  }

  private static String thrown(RecordedEvent event) {
    return event.getClass("thrownClass").getName();
  }

  private static String text(RecordedEvent event) {
    return String.valueOf(event.getString("message"));
  }

  /** The hash of an address is the first half of its tokens. */
  @Test
  void r18_invariant8_noAnswerHoldsASecretButTheTokenOfAnExchange() {
    assertThat(canaries.inText(String.join("\n", paths.answers))).isEmpty();
    assertThat(canaries.inText(String.join("\n", paths.exchanges), "token", "hash")).isEmpty();
  }

  @Test
  void r18_invariant8_noUrlAndNoHeaderOfACallToAwsHoldsASecret() {
    assertThat(asked).extracting(Asked::end).contains(End.values());
    assertThat(canaries.in(asked.stream().map(Asked::head).reduce("", String::concat))).isEmpty();
  }

  /** An account is told apart by its name, an address by its hash; nothing else is in clear. */
  @Test
  void r13_r18_invariant8_theTablesHoldNothingInClearButUserNames() {
    assertThat(items).contains("argon2id", "tokenDigest");
    assertThat(canaries.inText(items, "hash", "user")).isEmpty();
    assertThat(canaries.in(bodies(End.DYNAMO), "hash", "user")).isEmpty();
    assertThat(canaries.in(bodies(End.SECRETS))).isEmpty();
  }

  @Test
  void r18_invariant8_aMessageHoldsAddressAndPasscodeAlone() {
    assertThat(canaries.in(bodies(End.MESSAGES), "address", "number", "passcode")).isEmpty();
    assertThat(canaries.in(bodies(End.MESSAGES))).hasSizeGreaterThan(3);
  }

  private String bodies(End end) {
    return asked.stream()
        .filter(it -> it.end() == end)
        .map(it -> it.body() + "\n")
        .reduce("", String::concat);
  }

  @Test
  void r54_noFileIsMade() {
    assertThat(files).isEmpty();
  }

  @Test
  void r18_noPropertyAndNoThreadIsNamedByASecret() {
    assertThat(state).contains("java.io.tmpdir", "Thread[#");
    assertThat(canaries.in(state)).isEmpty();
  }

  private static Stream<String> forms() {
    return Stream.of(
        "zqpasswort",
        "ZQPASSWORT",
        "x=enFwYXNzd29ydA",
        "7a7170617373776f7274",
        "trowssapqz",
        "z\0q\0p\0a\0s\0s\0w\0o\0r\0t\0",
        "zqk%C3%A4fig-f%C3%BCr",
        "zqk\\u00E4fig-f\\u00FCr",
        "[122, 113, 112, 97, 115, 115, 119, 111, 114, 116]");
  }

  @Test
  void theSearchFindsEveryForm() {
    assertThat(forms()).allMatch(form -> !canaries.inText("<" + form + ">").isEmpty());
    var digits = new Canaries();
    digits.addDigits("passcode", "123456");
    assertThat(List.of("\"123456\"", "%22123456%22", "MTIzNDU2", "313233343536"))
        .allMatch(it -> !digits.in(it).isEmpty());
    assertThat(List.of("1123456", "20260310T123456Z", "a123456"))
        .allMatch(it -> digits.in(it).isEmpty());
  }
}
