package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R50: nobody gets at a function past the API, the stream and the services that need it. */
class ClosedDoorsTest {
  private static final List<String> BY_SERVICES = List.of("Operate", "MakeKeys", "RotateKeys");

  @Test
  void r50_noFunctionHasAnAddressOfItsOwn() {
    assertThat(RolesTest.functions())
        .isNotEmpty()
        .noneMatch(it -> ShippedTemplate.properties(it).at("FunctionUrlConfig").present());
    assertThat(ShippedTemplate.all("AWS::Lambda::Url")).isEmpty();
  }

  @Test
  void r50_noEventReachesWhatOperatorsAndServicesCall() {
    assertThat(BY_SERVICES).noneMatch(it -> ShippedTemplate.properties(it).at("Events").present());
  }

  @Test
  void r50_oneServiceAloneIsLetIn() {
    var permissions = ShippedTemplate.all("AWS::Lambda::Permission").values();
    assertThat(permissions)
        .extracting(it -> it.at("Properties").at("Principal").value())
        .containsExactly("secretsmanager.amazonaws.com");
    var owner = permissions.iterator().next().at("Properties").at("SourceAccount").value();
    assertThat(owner).isEqualTo(Map.of("Ref", "AWS::AccountId"));
  }

  /** SAM makes the permission out of the event, for this topic alone. */
  @Test
  void r50_oneTopicAloneWakesFeedbackAndSesAloneWritesToIt() {
    var events = ShippedTemplate.properties("Feedback").at("Events").entries().values();
    assertThat(events)
        .extracting(it -> it.at("Type").scalar(), it -> it.at("Properties").at("Topic").value())
        .containsExactly(tuple("SNS", Map.of("Ref", "MailFeedback")));
    assertThat(
            ShippedTemplate.properties("Feedback")
                .at("Environment")
                .at("Variables")
                .at("REKEY_FEEDBACK_TOPIC")
                .value())
        .isEqualTo(Map.of("Ref", "MailFeedback"));
    assertThat(RolesTest.functions().filter(it -> !it.equals("Feedback")))
        .flatMap(it -> ShippedTemplate.properties(it).at("Events").entries().values())
        .extracting(it -> it.at("Type").scalar())
        .isNotEmpty()
        .doesNotContain("SNS");
    assertThat(ShippedTemplate.all("AWS::SNS::TopicPolicy")).hasSize(1);
    var policy = ShippedTemplate.properties("MailFeedbackPolicy");
    assertThat(policy.at("Topics").value()).isEqualTo(List.of(Map.of("Ref", "MailFeedback")));
    var statements = policy.at("PolicyDocument").at("Statement").elements();
    assertThat(statements).hasSize(1);
    var statement = statements.getFirst();
    assertThat(statement.at("Effect").scalar()).isEqualTo("Allow");
    assertThat(statement.at("Principal").value()).isEqualTo(Map.of("Service", "ses.amazonaws.com"));
    assertThat(statement.at("Action").scalar()).isEqualTo("sns:Publish");
    var conditions = statement.at("Condition").at("StringEquals");
    assertThat(conditions.at("aws:SourceAccount").value())
        .isEqualTo(Map.of("Ref", "AWS::AccountId"));
    assertThat(conditions.at("aws:SourceArn").toString())
        .contains("configuration-set/${MailConfigurationSet}", "configuration-set/${MailSet}");
  }

  /** A trace would tell who asked when, beside the audit that does not. */
  @Test
  void r46_nothingIsTraced() {
    var globals = ShippedTemplate.root().at("Globals").at("Function");
    assertThat(globals.at("Tracing").present()).isFalse();
    assertThat(RolesTest.functions())
        .noneMatch(it -> ShippedTemplate.properties(it).at("Tracing").present());
    assertThat(ShippedTemplate.properties("Api").at("TracingEnabled").present()).isFalse();
  }
}
