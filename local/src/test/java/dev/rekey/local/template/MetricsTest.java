package dev.rekey.local.template;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.audit.AuditEvent;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R56: what is counted, from the lines that the service really prints. */
class MetricsTest {
  private static final String NAMESPACE = "Rekey/${AWS::StackName}";

  @Test
  void r56_everyEventThatIsCountedIsOneOfTheVocabulary() {
    var words = Arrays.stream(AuditEvent.values()).map(AuditEvent::word).toList();
    assertThat(MetricFilter.all().flatMap(it -> it.conditions().stream()))
        .hasSizeGreaterThan(13)
        .allMatch(it ->
            it.field().equals("event")
                ? words.contains(it.value())
                : List.of("reason", "outcome", "country", "provenIn").contains(it.field()));
  }

  @Test
  void r56_everyFilterReadsTheLinesOfAllFunctions() {
    assertThat(ShippedTemplate.all("AWS::Logs::MetricFilter").values())
        .allMatch(
            it -> Map.of("Ref", "Audit").equals(it.at("Properties").at("LogGroupName").value()));
    assertThat(RolesTest.functions())
        .allMatch(it ->
            Map.of("Ref", "Audit")
                .equals(ShippedTemplate.ofFunction(it, "LoggingConfig").at("LogGroup").value()));
  }

  /** The caps of texts are words of the code alone, which nothing else holds to the template. */
  @Test
  void r56_everyCapOfTextsIsCounted() throws IOException {
    var code =
        Files.readString(Path.of("../functions/src/main/java/dev/rekey/deliver/TextBudget.java"));
    var caps =
        Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"")
            .matcher(code)
            .results()
            .map(it -> it.group(1))
            .toList();
    assertThat(caps).hasSize(4);
    assertThat(filter("TextsCapped").conditions())
        .extracting(MetricFilter.Condition::value)
        .containsExactlyInAnyOrderElementsOf(caps);
  }

  @Test
  void r56_whatHappensIsCounted() {
    try (var runner = RunnerUnderTest.start(Map.of("REKEY_SMS_DAILY_PER_BLOCK", "1"))) {
      reset(runner);
      outageOfMails(runner);
      twoTextsToOneBlock(runner);
      runner.local().faults(Map.of("dynamodb", Map.of("status", 500, "times", 10)));
      runner.api().sendEmail("nobody@example.com");
      runner.local().faults(Map.of());

      var lines = lines(runner);
      assertThat(counted("PasscodesRequested", lines)).isGreaterThanOrEqualTo(4);
      assertThat(counted("PasscodesDelivered", lines)).isEqualTo(2);
      assertThat(counted("PasscodesDropped", lines)).isGreaterThanOrEqualTo(2);
      assertThat(counted("Misses", lines)).isEqualTo(1);
      assertThat(counted("TokensCreated", lines)).isEqualTo(2);
      assertThat(counted("PasswordsChanged", lines)).isEqualTo(2);
      assertThat(counted("DeliveriesFailing", lines)).isPositive();
      assertThat(counted("MessagesExpired", lines)).isEqualTo(1);
      assertThat(counted("TextsCapped", lines)).isEqualTo(1);
      assertThat(counted("TextsByCountry", lines)).isEqualTo(1);
      assertThat(counted("ResetsByText", lines)).isEqualTo(1);
      assertThat(counted("Faults", lines)).isEqualTo(1);
      assertThat(counted("AddressesShut", lines)).isZero();
    }
  }

  private static void reset(RunnerUnderTest runner) {
    var person = runner.local().person();
    assertOk(runner.api().sendEmail(person.email()));
    var passcode = runner.local().passcode(person.email());
    runner.api().verifyEmail(person.email(), Passcodes.wrong(passcode));
    var token = assertToken(runner.api().verifyEmail(person.email(), passcode));
    assertDone(runner.api().reset(token, "seven green bicycles"));
    runner.local().await(person.email(), 2);
  }

  private static void outageOfMails(RunnerUnderTest runner) {
    var person = runner.local().person();
    runner.local().faults(Map.of("ses", Map.of("status", 500, "times", 1000)));
    assertOk(runner.api().sendEmail(person.email()));
    runner.awaitLine("delivery_failing");
    runner.local().advance(Duration.ofMinutes(6));
    runner.awaitLine("passcode_dropped", "EXPIRED_UNDELIVERED");
    runner.local().faults(Map.of());
  }

  /** The second is one too many; by the first a password is reset. */
  private static void twoTextsToOneBlock(RunnerUnderTest runner) {
    var first = runner.local().person();
    assertOk(runner.api().sendSms(first.national()));
    String passcode = runner.local().passcode(first.phone());
    assertOk(runner.api().sendSms(runner.local().person().national()));
    runner.awaitLine("passcode_dropped", "SMS");
    var token = assertToken(runner.api().verifySms(first.national(), passcode));
    assertDone(runner.api().reset(token, "nine blue bicycles"));
    runner.awaitLine("notice_delivered", "provenIn");
  }

  private static List<JsonNode> lines(RunnerUnderTest runner) {
    return runner
        .output()
        .lines()
        .filter(it -> it.startsWith("{\"at\":"))
        .<JsonNode>map(Json::readObject)
        .toList();
  }

  private static long counted(String metric, List<JsonNode> lines) {
    var counted = lines.stream().filter(filter(metric)::counts).toList();
    assertThat(counted)
        .allMatch(line ->
            filter(metric).dimensions().stream()
                .allMatch(field -> line.has(field.replace("$.", ""))));
    return counted.size();
  }

  private static MetricFilter filter(String metric) {
    return MetricFilter.all()
        .filter(it -> it.metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing counts " + metric));
  }

  @Test
  void r56_noMetricIsCountedTwiceOrUnderAnotherName() {
    assertThat(MetricFilter.all().map(MetricFilter::metric)).doesNotHaveDuplicates();
    assertThat(ShippedTemplate.all("AWS::Logs::MetricFilter").values())
        .allSatisfy(it -> {
          var counted = it.at("Properties").at("MetricTransformations").elements().getFirst();
          assertThat(counted.at("MetricNamespace").value()).isEqualTo(Map.of("Fn::Sub", NAMESPACE));
          assertThat(counted.at("MetricValue").scalar()).isEqualTo("1");
        });
  }

  @Test
  void r56_alarmsAndDashboardShowWhatIsCounted() {
    var metrics = MetricFilter.all().map(MetricFilter::metric).collect(Collectors.toSet());
    var alarmed =
        ShippedTemplate.all(ShippedTemplate.ALARM).values().stream()
            .map(it -> it.at("Properties"))
            .filter(it -> Map.of("Fn::Sub", NAMESPACE).equals(it.at("Namespace").value()))
            .map(it -> it.at("MetricName").scalar());
    assertThat(alarmed).isNotEmpty().allMatch(metrics::contains);
    var body = ShippedTemplate.properties("Dashboard").at("DashboardBody").at("Fn::Sub").scalar();
    var shown =
        Json.readObject(body)
            .path("widgets")
            .valueStream()
            .flatMap(it -> it.path("properties").path("metrics").valueStream())
            .flatMap(MetricsTest::ours)
            .collect(Collectors.toSet());
    assertThat(shown).containsExactlyInAnyOrderElementsOf(metrics);
  }

  /** By its name, or by a search for each of its dimensions. */
  private static Stream<String> ours(JsonNode shown) {
    if (shown.path(0).asString("").equals(NAMESPACE)) {
      return Stream.of(shown.path(1).asString(""));
    }
    String search = shown.path(0).path("expression").asString("");
    return Pattern.compile("\"" + Pattern.quote(NAMESPACE) + "\",\\w+} MetricName=\"(\\w+)\"")
        .matcher(search)
        .results()
        .map(it -> it.group(1));
  }
}
