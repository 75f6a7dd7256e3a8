package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R53, R55: how the stream wakes the functions that deliver. */
class StreamMappingsTest {
  static Stream<String> onTheStream() {
    return ShippedTemplate.onTheStream().stream();
  }

  private static Tree mapping(String function) {
    var events = ShippedTemplate.properties(function).at("Events").entries().values();
    assertThat(events).hasSize(1);
    return events.iterator().next().at("Properties");
  }

  @ParameterizedTest
  @MethodSource("onTheStream")
  void r53_whatCannotBeHandledEndsInTheQueueAndHoldsUpNobodyForEver(String function) {
    var mapping = mapping(function);
    var onFailure = mapping.at("DestinationConfig").at("OnFailure");
    assertThat(onFailure.at("Type").scalar()).isEqualTo("SQS");
    assertThat(onFailure.at("Destination").value())
        .isEqualTo(Map.of("Fn::GetAtt", "Unhandled.Arn"));
    assertThat(mapping.at("BisectBatchOnFunctionError").scalar()).isEqualTo("true");
    assertThat(Integer.parseInt(mapping.at("MaximumRecordAgeInSeconds").scalar()))
        .isBetween(1, 86_400);
  }

  /** From now on would lose what was promised before the mapping was there. */
  @ParameterizedTest
  @MethodSource("onTheStream")
  void invariant9_nothingIsPassedOverAtTheStart(String function) {
    assertThat(mapping(function).at("StartingPosition").scalar()).isEqualTo("TRIM_HORIZON");
  }

  @ParameterizedTest
  @MethodSource("onTheStream")
  void r55_onlyWhatFailedComesAgain(String function) {
    assertThat(mapping(function).at("FunctionResponseTypes").elements())
        .extracting(Tree::scalar)
        .containsExactly("ReportBatchItemFailures");
  }

  @ParameterizedTest
  @MethodSource("onTheStream")
  void r53_oneSlowAddressHoldsUpFewOthers(String function) {
    assertThat(Integer.parseInt(mapping(function).at("ParallelizationFactor").scalar()))
        .isEqualTo(10);
    assertThat(Integer.parseInt(mapping(function).at("BatchSize").scalar())).isBetween(1, 10);
  }

  /** Every promise wakes the function that keeps it, and nothing else wakes anybody. */
  @Test
  void everyKindOfPromiseHasItsFunctions() {
    assertThat(kinds("DeliverMail")).containsExactlyInAnyOrder("mail", "notice", "shut");
    assertThat(kinds("DeliverSms")).containsExactlyInAnyOrder("sms", "notice", "shut");
    assertThat(onTheStream()).containsExactlyInAnyOrder("DeliverMail", "DeliverSms");
  }

  private static List<String> kinds(String function) {
    var filters = mapping(function).at("FilterCriteria").at("Filters").elements();
    assertThat(filters).hasSize(1);
    return Json.readObject(filters.getFirst().at("Pattern").scalar())
        .at("/dynamodb/NewImage/outbox/S")
        .valueStream()
        .map(it -> it.asString())
        .toList();
  }

  @Test
  void r53_theQueueKeepsWhatIsInItAsLongAsItCan() {
    var queue = ShippedTemplate.properties("Unhandled");
    assertThat(queue.at("MessageRetentionPeriod").scalar()).isEqualTo("1209600");
    assertThat(queue.at("KmsMasterKeyId").present()).isTrue();
  }
}
