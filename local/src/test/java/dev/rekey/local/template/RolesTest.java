package dev.rekey.local.template;

import static dev.rekey.local.template.ShippedTemplate.FUNCTION;
import static dev.rekey.local.template.ShippedTemplate.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R50: a role for each function, with single actions on single things. */
class RolesTest {
  private static final String TOPICS = "arn:${AWS::Partition}:sns:*:*:*";

  /** What Lambda itself does by the role of a function. */
  private static final List<String> OF_LAMBDA =
      List.of("WritesLines", "IsWokenByTheStream", "LeavesWhatItCannotHandle");

  static Stream<String> functions() {
    return ShippedTemplate.all(FUNCTION).keySet().stream();
  }

  @Test
  void r50_everyFunctionHasARoleOfItsOwn() {
    assertThat(functions().map(Grant::roleOf)).doesNotHaveDuplicates().hasSizeGreaterThan(8);
    assertThat(functions())
        .allSatisfy(it -> {
          var role = ShippedTemplate.properties(Grant.roleOf(it));
          var trust = role.at("AssumeRolePolicyDocument").at("Statement").elements();
          assertThat(trust).hasSize(1);
          assertThat(trust.getFirst().at("Principal").value())
              .isEqualTo(Map.of("Service", "lambda.amazonaws.com"));
        });
  }

  /** SAM would add the managed policies of AWS, which are about every log group and stream. */
  @Test
  void r50_nothingElseIsGrantedToAFunction() {
    assertThat(functions())
        .allMatch(it -> !ShippedTemplate.ofFunction(it, "Policies").present())
        .map(Grant::roleOf)
        .allMatch(it -> !ShippedTemplate.properties(it).at("ManagedPolicyArns").present());
    var ofResources = List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy");
    assertThat(ofResources).allMatch(type -> ShippedTemplate.all(type).isEmpty());
    assertThat(ShippedTemplate.all(ROLE).values())
        .allMatch(
            it -> !it.at("Properties").at("AssumeRolePolicyDocument").toString().contains("AWS="));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void r50_everyActionIsOne(String function) {
    assertThat(Grant.of(function))
        .isNotEmpty()
        .noneMatch(it -> it.statement().at("NotAction").present());
    assertThat(Grant.of(function).stream().flatMap(it -> it.actions().stream()))
        .allMatch(action -> action.matches("[a-z]+:[A-Za-z]+"), "names one action");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void r50_everyThingIsOne(String function) {
    var named = Grant.of(function).stream().filter(it -> it.butFor().isEmpty());
    assertThat(named.flatMap(it -> it.resources().stream()))
        .isNotEmpty()
        .noneMatch(it -> it.contains("*"));
  }

  /** A number has no ARN, so the one grant without a thing is for what is no topic. */
  @Test
  void r50_onlyTextsGoToWhatHasNoName() {
    var open =
        functions()
            .flatMap(it -> Grant.of(it).stream().filter(grant -> !grant.butFor().isEmpty()))
            .toList();
    assertThat(open).hasSize(1);
    assertThat(open.getFirst().actions()).containsExactly("sns:Publish");
    assertThat(open.getFirst().butFor()).containsExactly(TOPICS);
    assertThat(Grant.of("DeliverSms")).contains(open.getFirst());
  }

  @Test
  void r50_mailsLeaveUnderTheSendersNameAlone() {
    var mails =
        functions()
            .flatMap(it -> Grant.of(it).stream())
            .filter(it -> it.actions().contains("ses:SendEmail"))
            .toList();
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().conditions()).containsOnlyKeys("ses:FromAddress");
    var from = mails.getFirst().conditions().get("ses:FromAddress");
    assertThat(Objects.requireNonNull(from).value()).isEqualTo(Map.of("Ref", "MailFrom"));
    assertThat(mails.getFirst().resources())
        .containsExactly(
            identity("identity/${MailFrom}"),
            identity("identity/${Domain}"),
            identity("configuration-set/${MailConfigurationSet}"));
  }

  private static String identity(String name) {
    return "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:" + name;
  }

  /** Without a set that is named mails leave under the stack's own, and the role says so too. */
  @Test
  void r50_mailsLeaveUnderOneConfigurationSetAlone() {
    var sets =
        ShippedTemplate.properties("DeliverMailRole")
            .at("Policies")
            .elements()
            .getFirst()
            .toString();
    assertThat(sets).contains("configuration-set/${MailSet}");
    assertThat(sets)
        .contains("configuration-set/${MailConfigurationSet}")
        .doesNotContain("NoValue");
    var variable =
        ShippedTemplate.properties("DeliverMail")
            .at("Environment")
            .at("Variables")
            .at("REKEY_MAIL_CONFIGURATION_SET");
    assertThat(variable.value())
        .isEqualTo(
            ShippedTemplate.properties("MailsThatComeBack").at("ConfigurationSetName").value())
        .isEqualTo(
            Map.of(
                "Fn::If",
                List.of(
                    "HasConfigurationSet",
                    Map.of("Ref", "MailConfigurationSet"),
                    Map.of("Ref", "MailSet"))));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void r50_lambdaItselfMayWriteLinesAndReadTheStreamWhereThereIsOne(String function) {
    var lines = Stream.of("logs:CreateLogStream Audit.Arn", "logs:PutLogEvents Audit.Arn");
    var stream =
        ShippedTemplate.onTheStream().contains(function)
            ? Stream.of(
                "dynamodb:DescribeStream Resets.StreamArn",
                "dynamodb:GetRecords Resets.StreamArn",
                "dynamodb:GetShardIterator Resets.StreamArn",
                "dynamodb:ListStreams Resets.StreamArn",
                "sqs:SendMessage Unhandled.Arn")
            : Stream.of("sqs:SendMessage Unhandled.Arn").filter(_ -> function.equals("Feedback"));
    assertThat(
            Grant.of(function).stream()
                .filter(it -> OF_LAMBDA.contains(it.sid()))
                .flatMap(Grant::pairs))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(lines, stream).toList());
  }

  /** What the code of a function may do, beside what Lambda does by its role. */
  static List<String> allowed(String function) {
    return Grant.of(function).stream()
        .filter(it -> !OF_LAMBDA.contains(it.sid()))
        .flatMap(Grant::pairs)
        .distinct()
        .sorted()
        .toList();
  }
}
