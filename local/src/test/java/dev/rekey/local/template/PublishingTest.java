package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a new version of a function takes over, and what gives the calls back to the old one. */
class PublishingTest {
  static Stream<String> published() {
    return Stream.of(
            ShippedTemplate.behindTheApi().stream(),
            ShippedTemplate.onTheStream().stream(),
            Stream.of("Feedback"))
        .flatMap(it -> it);
  }

  @Test
  void everyFunctionIsPublishedButThoseThatAreSeldomInvoked() {
    var seldom = List.of("Operate", "MakeKeys", "RotateKeys");
    assertThat(Stream.concat(published(), seldom.stream()))
        .containsExactlyInAnyOrderElementsOf(RolesTest.functions().toList());
    assertThat(seldom)
        .noneMatch(it -> ShippedTemplate.properties(it).at("AutoPublishAlias").present());
  }

  /** By its code alone a changed limit or role would never reach the version that is called. */
  @ParameterizedTest
  @MethodSource("published")
  void anyChangeMakesANewVersionThatStartsFromASnapshot(String function) {
    var properties = ShippedTemplate.properties(function);
    assertThat(properties.at("AutoPublishAlias").scalar()).isEqualTo("live");
    assertThat(properties.at("AutoPublishAliasAllProperties").scalar()).isEqualTo("true");
    assertThat(ShippedTemplate.ofFunction(function, "SnapStart").at("ApplyOn").scalar())
        .isEqualTo("PublishedVersions");
  }

  /**
   * The values of parameters are not in the template: this is what brings them to the functions.
   */
  @Test
  void aTagOfAllFunctionsIsThereToBeRaised() {
    var tags = ShippedTemplate.root().at("Globals").at("Function").at("Tags");
    assertThat(tags.at("release").scalar()).matches("[0-9]+");
    assertThat(RolesTest.functions())
        .noneMatch(it -> ShippedTemplate.properties(it).at("Tags").present());
  }

  @ParameterizedTest
  @MethodSource("published")
  void r56_aNewVersionIsTakenBackByAlarms(String function) {
    var rollout = ShippedTemplate.properties(function).at("DeploymentPreference");
    assertThat(rollout.at("Type").value()).isEqualTo(Map.of("Ref", "Rollout"));
    var alarms = rollout.at("Alarms").elements().stream().map(it -> it.at("Ref").scalar()).toList();
    assertThat(alarms)
        .containsAll(watching(function))
        .allMatch(it -> ShippedTemplate.all(ShippedTemplate.ALARM).containsKey(it));
  }

  private static List<String> watching(String function) {
    if (function.equals("Feedback")) {
      return List.of("FeedbackErrors", "FeedbackWasRefused");
    }
    return ShippedTemplate.onTheStream().contains(function)
        ? List.of(function + "Errors", "RecordsWereUnreadable")
        : List.of("ServerErrors");
  }

  @Test
  void aTenthOfTheCallsGoesToANewVersionFirst() {
    var rollout = ShippedTemplate.root().at("Parameters").at("Rollout");
    assertThat(rollout.at("Default").scalar()).startsWith("Canary10Percent");
  }

  @Test
  void theProcessorIsArmUnlessSomebodySaysElse() {
    assertThat(ShippedTemplate.root().at("Parameters").at("Architecture").at("Default").scalar())
        .isEqualTo("arm64");
    assertThat(RolesTest.functions())
        .allMatch(it ->
            List.of(Map.of("Ref", "Architecture"))
                .equals(ShippedTemplate.ofFunction(it, "Architectures").value()));
  }
}
