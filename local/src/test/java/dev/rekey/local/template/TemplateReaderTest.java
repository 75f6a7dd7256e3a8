package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {
  private static final Map<String, String> GIVEN = Map.of("Apps", "app", "MailFrom", "a@b.example");
  private static final String SMALL =
      """
      Parameters:
        Name: {Type: String, Default: kept, AllowedPattern: "[a-z]+"}
      Globals: {Function: {Timeout: 7, Environment: {Variables: {TABLE: !Ref Things, BOTH: !Sub "${Name}-x"}}}}
      Resources:
        Api: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}
        Things:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{AttributeName: pk, KeyType: HASH}]
            AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
        One:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.B::handleRequest
            Events: {Get: {Type: Api, Properties: {Method: get, Path: /x}}}
      """;

  @Test
  void readsTheShippedTemplate() {
    var template = TemplateReader.read(Path.of("../template.yaml"), GIVEN, Map.of());
    assertThat(template.functions().stream().flatMap(f -> f.routes().stream()))
        .contains(
            new RouteSpec("POST", "/api/v3/send-email"), new RouteSpec("GET", "/api/v3/system"))
        .hasSize(8);
    assertThat(template.tables()).extracting(TableSpec::name).containsExactly("Resets", "Accounts");
    assertThat(template.gatewayResponses())
        .containsKeys("DEFAULT_4XX", "DEFAULT_5XX", "MISSING_AUTHENTICATION_TOKEN");
  }

  @Test
  void givesGlobalsToFunctionsAndResolvesReferences() {
    var function = read(SMALL).functions().getFirst();
    assertThat(function.environment())
        .containsOnly(Map.entry("TABLE", "Things"), Map.entry("BOTH", "kept-x"));
    assertThat(function.timeout()).hasSeconds(7);
    assertThat(function.handler()).isEqualTo("a.B");
    assertThat(function.routes()).containsExactly(new RouteSpec("GET", "/x"));
  }

  @Test
  void choosesByACondition() {
    String given = "{Name: !If [Given, !Ref Name, none]}";
    String conditions = "Conditions: {Given: !Not [!Equals [!Ref Name, \"\"]]}\n";
    String chosen =
        conditions + SMALL.replace("{TABLE: !Ref Things, BOTH: !Sub \"${Name}-x\"}", given);
    assertThat(read(chosen).functions().getFirst().environment()).containsEntry("Name", "kept");
    String empty = chosen.replace("Default: kept, AllowedPattern: \"[a-z]+\"", "Default: \"\"");
    assertThat(read(empty).functions().getFirst().environment()).containsEntry("Name", "none");
    String unknown = chosen.replace("!Not [!Equals [!Ref Name, \"\"]]", "!Or [x, y]");
    assertThatThrownBy(() -> read(unknown))
        .hasMessageContainingAll("Conditions.Given", "not known here");
  }

  /** The runner makes no configuration set, so mails go out under none. */
  @Test
  void namesATopicAsSnsDoesAndAConfigurationSetNotAtAll() {
    var template = TemplateReader.read(Path.of("../template.yaml"), GIVEN, Map.of());
    assertThat(environment(template, "DeliverMail"))
        .containsEntry("REKEY_MAIL_CONFIGURATION_SET", "");
    assertThat(environment(template, "Feedback"))
        .containsEntry("REKEY_FEEDBACK_TOPIC", "arn:aws:sns:us-east-1:000000000000:MailFeedback");
    var own = Map.of("Apps", "app", "MailFrom", "a@b.example", "MailConfigurationSet", "mine");
    var named = TemplateReader.read(Path.of("../template.yaml"), own, Map.of());
    assertThat(environment(named, "DeliverMail"))
        .containsEntry("REKEY_MAIL_CONFIGURATION_SET", "mine");
  }

  private static Map<String, String> environment(Template template, String function) {
    return template.functions().stream()
        .filter(it -> it.name().equals(function))
        .findFirst()
        .orElseThrow()
        .environment();
  }

  @Test
  void namesATableAsTheUserSetsItsVariable() {
    var template = TemplateReader.read("t", SMALL, Map.of(), Map.of("TABLE", "mine"));
    assertThat(template.tables().getFirst().name()).isEqualTo("mine");
  }

  @Test
  void refusesAReferenceToNothing() {
    assertThatThrownBy(() -> read(SMALL.replace("!Ref Things", "!Ref Nothing")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Globals.Function.Environment.Variables.TABLE refers to Nothing");
  }

  @Test
  void refusesAParameterAgainstItsPattern() {
    assertThatThrownBy(() -> read(SMALL.replace("Default: kept", "Default: KEPT")))
        .hasMessageContaining(
            "Parameters.Name has a value that it does not allow: it must be of the form [a-z]+");
  }

  @Test
  void refusesAnUnknownGatewayResponse() {
    var wrong =
        SMALL.replace(
            "{StageName: prod}", "{StageName: prod, GatewayResponses: {DEFAULT_4xx: {}}}");
    assertThatThrownBy(() -> read(wrong)).hasMessageContaining("DEFAULT_4xx is not a type");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> read("Resources: {}\nResources: {}\n"))
        .hasMessageContaining("not well-formed");
  }

  @Test
  void refusesAnEventThatItDoesNotKnow() {
    assertThatThrownBy(() -> read(SMALL.replace("{Type: Api, P", "{Type: Schedule, P")))
        .hasMessageContaining("Events.Get.Type is Schedule");
  }

  private static Template read(String text) {
    return TemplateReader.read("t", text, Map.of(), Map.of());
  }
}
