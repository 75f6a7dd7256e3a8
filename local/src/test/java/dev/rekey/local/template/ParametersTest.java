package dev.rekey.local.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What whoever deploys is asked for and told, and the limits of CloudFormation. */
class ParametersTest {
  private static final Tree PARAMETERS = ShippedTemplate.root().at("Parameters");
  private static final Pattern GIVEN = Pattern.compile("\"([A-Za-z0-9]+)=([^\"]*)\"");

  static Stream<String> parameters() {
    return PARAMETERS.entries().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aParameterSaysWhatItIsAndRefusesWhatItIsNot(String name) {
    var parameter = PARAMETERS.at(name);
    assertThat(parameter.at("Description").scalar()).hasSizeBetween(15, 4000);
    if (parameter.at("Type").scalar().equals("Number")) {
      assertThat(
              parameter.at("AllowedValues").present()
                  || (parameter.at("MinValue").present() && parameter.at("MaxValue").present()))
          .isTrue();
    } else {
      assertThat(
              parameter.at("AllowedValues").present() || parameter.at("AllowedPattern").present())
          .isTrue();
    }
    if (parameter.at("Default").present()) {
      assertThat(takes(name, parameter.at("Default").scalar())).isTrue();
    }
  }

  private static boolean takes(String name, String value) {
    return new ParameterSpec(PARAMETERS.at(name)).complaint(value).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Apps, ''",
    "Apps, 'app:short'",
    "MailFrom, 'nobody'",
    "MailFrom, 'a@b.example, c@d.example'",
    "SmsCountries, 'China'",
    "EventsTopicArn, 'arn:aws:sqs:us-east-1:123456789012:q'",
    "AlarmTopicArn, 'alarms'",
    "DomainName, 'https://reset.example.com'",
    "CertificateArn, 'arn:aws:iam::123456789012:server-certificate/x'",
    "HashConcurrency, -1",
    "LogDays, 2",
    "Waf, 'yes'",
    "Rollout, 'Hope'",
    "StageName, 'a/b'",
  })
  void aWrongValueStopsBeforeAnythingIsMade(String name, String value) {
    assertThat(takes(name, value)).isFalse();
  }

  /** E-mail is always there, so a text is never the only way. */
  @Test
  void r43_noStackIsDeployedWithoutASenderOfMails() {
    assertThat(PARAMETERS.at("MailFrom").at("Default").present()).isFalse();
    assertThat(takes("MailFrom", "")).isFalse();
    assertThat(takes("MailFrom", "no-reply@example.com")).isTrue();
  }

  @Test
  void everyParameterIsInOneGroup() {
    var groups =
        ShippedTemplate.root()
            .at("Metadata")
            .at("AWS::CloudFormation::Interface")
            .at("ParameterGroups")
            .elements();
    assertThat(groups.stream().flatMap(it -> it.at("Parameters").elements().stream()))
        .extracting(Tree::scalar)
        .containsExactlyInAnyOrderElementsOf(parameters().toList());
  }

  @Test
  void everyParameterIsUsed() {
    assertThat(parameters())
        .allMatch(it ->
            Pattern.compile("!Ref " + it + "\\b|\\$\\{" + it + "}")
                .matcher(ShippedTemplate.text())
                .find());
  }

  @Test
  void whatAClientNeedsIsTold() {
    var outputs = ShippedTemplate.root().at("Outputs").entries();
    assertThat(outputs).containsKeys("AppHost", "OperateFunction", "AuditLog", "DashboardUrl");
    assertThat(outputs.values()).allMatch(it -> it.at("Description").present());
    assertThat(
            ShippedTemplate.whereAsked(Objects.requireNonNull(outputs.get("AppHost")).at("Value"))
                .value())
        .isEqualTo(Map.of("Fn::Sub", "https://${DomainName}"));
  }

  /** Of what SAM makes more of each: 500 in all, and a megabyte of text. */
  @Test
  void theStackStaysWellBelowTheLimitsOfCloudFormation() {
    assertThat(ShippedTemplate.root().at("Resources").entries()).hasSizeLessThan(150);
    assertThat(PARAMETERS.entries()).hasSizeLessThan(200);
    assertThat(ShippedTemplate.text().getBytes(UTF_8).length).isLessThan(200_000);
  }

  @Test
  void theFileOfSamGivesWhatTheTemplateTakes() throws IOException {
    var config = Files.readString(Path.of("../samconfig.toml"));
    assertThat(List.of("dev", "prod")).allMatch(it -> config.contains("[" + it + ".deploy."));
    assertThat(GIVEN.matcher(config).results())
        .isNotEmpty()
        .allMatch(it -> parameters().anyMatch(it.group(1)::equals), "is a parameter")
        .allMatch(it -> takes(it.group(1), it.group(2)), "is a value that it takes");
  }
}
