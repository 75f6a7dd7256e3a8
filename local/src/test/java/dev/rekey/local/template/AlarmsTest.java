package dev.rekey.local.template;

import static dev.rekey.local.template.ShippedTemplate.ALARM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R53, R56: what wakes somebody, and that it is said what to do then. */
class AlarmsTest {
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?m)^\\*\\*([A-Za-z]+)\\.\\*\\* .{60,}");

  static Stream<String> alarms() {
    return ShippedTemplate.all(ALARM).keySet().stream();
  }

  /** An alarm on that metric, with that dimension or none. */
  private static List<Tree> on(String metric, String dimension) {
    return ShippedTemplate.all(ALARM).values().stream()
        .map(it -> it.at("Properties"))
        .filter(it -> it.at("MetricName").scalar().equals(metric))
        .filter(it -> dimension.isEmpty() || it.at("Dimensions").toString().contains(dimension))
        .toList();
  }

  private static List<Tree> onAgeFor(String function) {
    return on("IteratorAge", "Ref=" + function + "}");
  }

  @Test
  void r53_theStreamsAgeHasAnAlarmForEveryFunctionOnIt() {
    assertThat(ShippedTemplate.onTheStream())
        .hasSize(2)
        .as("functions of the stream without an alarm of their own on its age")
        .filteredOn(function -> onAgeFor(function).size() != 1)
        .isEmpty();
    // Milliseconds, and well below the life of a passcode, which is a minute by SMS.
    assertThat(ShippedTemplate.onTheStream())
        .flatMap(AlarmsTest::onAgeFor)
        .map(alarm -> Integer.parseInt(alarm.at("Threshold").scalar()))
        .allMatch(threshold -> threshold >= 1000 && threshold <= 60_000);
  }

  @Test
  void r52_aRotationThatFailsIsAnAlarm() {
    assertThat(on("Errors", "Ref=RotateKeys}"))
        .hasSize(1)
        .allMatch(it -> it.at("Threshold").scalar().equals("1"));
  }

  @Test
  void r53_theFirstRecordInTheQueueOfTheUnhandledIsAnAlarm() {
    var alarm = on("ApproximateNumberOfMessagesVisible", "Unhandled.QueueName");
    assertThat(alarm).hasSize(1);
    assertThat(alarm.getFirst().at("Threshold").scalar()).isEqualTo("1");
    assertThat(alarm.getFirst().at("ComparisonOperator").scalar())
        .isEqualTo("GreaterThanOrEqualToThreshold");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS/ApiGateway, 5XXError",
    "AWS/ApiGateway, Latency",
    "AWS/Lambda, Errors",
    "AWS/Lambda, Throttles",
    "AWS/Lambda, IteratorAge",
    "AWS/SQS, ApproximateNumberOfMessagesVisible",
    "AWS/SES, Reputation.BounceRate",
    "AWS/SES, Reputation.ComplaintRate",
    "AWS/SNS, SMSMonthToDateSpentUSD",
    "Rekey, Misses",
    "Rekey, AddressesShut",
    "Rekey, DeliveriesFailing",
    "Rekey, MessagesExpired",
    "Rekey, RecordsUnreadable",
    "Rekey, TextsCapped",
    "Rekey, FeedbackRefused",
  })
  void r56_hasAnAlarm(String namespace, String metric) {
    assertThat(on(metric, ""))
        .isNotEmpty()
        .allMatch(it -> it.at("Namespace").toString().contains(namespace));
  }

  @Test
  void r56_theSlowAreSeenAndNotTheirMean() {
    assertThat(on("Latency", "").getFirst().at("ExtendedStatistic").scalar()).isEqualTo("p99");
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void r56_anAlarmTellsWhoeverListensAndThatItIsOver(String alarm) {
    var properties = ShippedTemplate.properties(alarm);
    for (String actions : List.of("AlarmActions", "OKActions")) {
      var asked = ShippedTemplate.whereAsked(properties.at(actions));
      assertThat(asked.elements()).as(actions).hasSize(1);
      assertThat(asked.elements().getFirst().value()).isEqualTo(Map.of("Ref", "AlarmTopicArn"));
    }
    // Where nobody forgets a password nothing is measured.
    assertThat(properties.at("TreatMissingData").scalar()).isEqualTo("notBreaching");
    assertThat(properties.at("AlarmDescription").scalar())
        .endsWith("(docs/operators.md, " + alarm + ")");
  }

  @Test
  void r56_everyAlarmHasItsParagraphForOperatorsAndTheOtherWayRound() throws IOException {
    var page = Files.readString(Path.of("../docs/operators.md"));
    var section = page.substring(page.indexOf("## When there is an alarm"));
    assertThat(PARAGRAPH.matcher(section).results().map(it -> it.group(1)))
        .containsExactlyInAnyOrderElementsOf(alarms().toList());
  }
}
