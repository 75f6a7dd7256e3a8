package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R51, R52: the tables, the secret, and the key over them. */
class DataAtRestTest {
  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String SECRET = "AWS::SecretsManager::Secret";
  private static final Map<String, String> OWN_KEY = Map.of("Fn::GetAtt", "DataKey.Arn");

  static Stream<String> tables() {
    return ShippedTemplate.all(TABLE).keySet().stream();
  }

  @Test
  void r51_thereAreTwoTables() {
    assertThat(tables()).containsExactlyInAnyOrder("Resets", "Accounts");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void r51_aTableLiesUnderTheKeyOfTheAccount(String table) {
    var encryption = ShippedTemplate.properties(table).at("SSESpecification");
    assertThat(encryption.at("SSEEnabled").scalar()).isEqualTo("true");
    assertThat(encryption.at("SSEType").scalar()).isEqualTo("KMS");
    assertThat(encryption.at("KMSMasterKeyId").value()).isEqualTo(OWN_KEY);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void r51_aTableCanBeBroughtBackAndNotBeDeletedByMistake(String table) {
    var properties = ShippedTemplate.properties(table);
    assertThat(
            properties
                .at("PointInTimeRecoverySpecification")
                .at("PointInTimeRecoveryEnabled")
                .scalar())
        .isEqualTo("true");
    assertThat(properties.at("DeletionProtectionEnabled").scalar()).isEqualTo("true");
  }

  /** Without the key, or the secret, the tables are noise. */
  @Test
  void r51_whatIsKeptOutlivesTheStack() {
    var kept = Stream.of(TABLE, SECRET, "AWS::KMS::Key", "AWS::Logs::LogGroup");
    assertThat(kept.flatMap(type -> ShippedTemplate.all(type).entrySet().stream()))
        .hasSizeGreaterThan(4)
        .allSatisfy(it -> {
          assertThat(it.getValue().at("DeletionPolicy").scalar())
              .as(it.getKey())
              .isEqualTo("Retain");
          assertThat(it.getValue().at("UpdateReplacePolicy").scalar()).isEqualTo("Retain");
        });
  }

  @Test
  void r51_theKeyServesThisAccountThroughTwoServicesAlone() {
    var properties = ShippedTemplate.properties("DataKey");
    assertThat(properties.at("EnableKeyRotation").scalar()).isEqualTo("true");
    var statements = properties.at("KeyPolicy").at("Statement").elements();
    assertThat(statements).hasSize(3);
    var forAll =
        statements.stream().filter(it -> "*".equals(it.at("Principal").at("AWS").value())).toList();
    assertThat(forAll).hasSize(1);
    assertThat(forAll.getFirst().at("Action").elements())
        .extracting(Tree::scalar)
        .noneMatch(action -> action.contains("*"));
    var conditions = forAll.getFirst().at("Condition").at("StringEquals");
    assertThat(conditions.at("kms:CallerAccount").value())
        .isEqualTo(Map.of("Ref", "AWS::AccountId"));
    assertThat(conditions.at("kms:ViaService").elements())
        .extracting(it -> it.at("Fn::Sub").scalar())
        .containsExactly(
            "dynamodb.${AWS::Region}.amazonaws.com", "secretsmanager.${AWS::Region}.amazonaws.com");
  }

  /** Of mails that came back, with their addresses in them. */
  @Test
  void r51_whatSesTellsLiesUnderTheKeyOfTheAccountToo() {
    assertThat(ShippedTemplate.all("AWS::SNS::Topic")).containsOnlyKeys("MailFeedback");
    assertThat(ShippedTemplate.properties("MailFeedback").at("KmsMasterKeyId").value())
        .isEqualTo(OWN_KEY);
    var bySes =
        ShippedTemplate.properties("DataKey").at("KeyPolicy").at("Statement").elements().stream()
            .filter(it -> it.at("Principal").at("Service").present())
            .toList();
    assertThat(bySes).hasSize(1);
    var statement = bySes.getFirst();
    assertThat(statement.at("Principal").value()).isEqualTo(Map.of("Service", "ses.amazonaws.com"));
    assertThat(statement.at("Action").elements())
        .extracting(Tree::scalar)
        .containsExactly("kms:Decrypt", "kms:GenerateDataKey");
    assertThat(statement.at("Condition").value())
        .isEqualTo(
            Map.of("StringEquals", Map.of("aws:SourceAccount", Map.of("Ref", "AWS::AccountId"))));
  }

  @Test
  void r48_r51_whatHasExpiredIsSweptFromTheTableOfResets() {
    var ttl = ShippedTemplate.properties("Resets").at("TimeToLiveSpecification");
    assertThat(ttl.at("Enabled").scalar()).isEqualTo("true");
    assertThat(ttl.at("AttributeName").scalar()).isEqualTo("ttl");
  }

  @Test
  void r52_theKeysLieInOneSecretUnderTheKeyOfTheAccount() {
    assertThat(ShippedTemplate.all(SECRET)).containsOnlyKeys("Keys");
    var properties = ShippedTemplate.properties("Keys");
    assertThat(properties.at("KmsKeyId").value()).isEqualTo(OWN_KEY);
    // A value in the template would lie in CloudFormation for whoever may look at the stack.
    assertThat(properties.at("SecretString").present()).isFalse();
  }

  @Test
  void r52_noVariableHoldsASecret() {
    assertThat(variables())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.toString()).doesNotContain("{{resolve:"));
    assertThat(variables().filter(it -> it.path().endsWith(".REKEY_KEYS_SECRET")))
        .hasSize(1)
        .allMatch(it -> Map.of("Ref", "Keys").equals(it.value()));
    // A parameter that must not be shown would be a secret, and end in a variable.
    assertThat(ShippedTemplate.root().at("Parameters").entries().values())
        .noneMatch(it -> it.at("NoEcho").present());
    assertThat(ShippedTemplate.root().at("Parameters").entries().keySet())
        .filteredOn(it -> it.matches("(?i).*(secret|token|key|password|credential).*"))
        .containsExactlyInAnyOrder("KeysSecretName", "PasswordLength");
  }

  private static Stream<Tree> variables() {
    var globals = Stream.of(ShippedTemplate.root().at("Globals").at("Function"));
    var own =
        ShippedTemplate.all(ShippedTemplate.FUNCTION).values().stream()
            .map(it -> it.at("Properties"));
    return Stream.concat(globals, own)
        .flatMap(it -> it.at("Environment").at("Variables").entries().values().stream());
  }

  @Test
  void r52_whoeverServesCallsMayReadTheSecretAndNotWriteIt() {
    var makers = List.of("MakeKeys", "RotateKeys");
    assertThat(
            RolesTest.functions()
                .filter(it -> !makers.contains(it))
                .flatMap(it -> Grant.of(it).stream())
                .flatMap(it -> it.actions().stream())
                .filter(action -> action.startsWith("secretsmanager:")))
        .isNotEmpty()
        .containsOnly("secretsmanager:GetSecretValue");
  }

  /** A function that is published without keys answers 503 to everybody. */
  @Test
  void r52_theFirstKeysAreMadeBeforeAnyOtherFunction() {
    var resource = ShippedTemplate.root().at("Resources").at("FirstKeys");
    assertThat(resource.at("Properties").at("ServiceToken").value())
        .isEqualTo(Map.of("Fn::GetAtt", "MakeKeys.Arn"));
    assertThat(RolesTest.functions().filter(it -> !it.equals("MakeKeys")))
        .hasSizeGreaterThan(9)
        .allMatch(it ->
            ShippedTemplate.root()
                .at("Resources")
                .at(it)
                .at("DependsOn")
                .scalar()
                .equals("FirstKeys"));
  }

  @Test
  void r52_theKeysRotateBySchedule() {
    var schedule = ShippedTemplate.properties("KeysRotation");
    assertThat(schedule.at("SecretId").value()).isEqualTo(Map.of("Ref", "Keys"));
    assertThat(schedule.at("RotationLambdaARN").value())
        .isEqualTo(Map.of("Fn::GetAtt", "RotateKeys.Arn"));
    assertThat(schedule.at("RotationRules").at("AutomaticallyAfterDays").value())
        .isEqualTo(Map.of("Ref", "RotationDays"));
    // A deployment is no reason to rotate: it would list a key more each time.
    assertThat(schedule.at("RotateImmediatelyOnUpdate").scalar()).isEqualTo("false");
    var permission = ShippedTemplate.properties("SecretsManagerRotatesKeys");
    assertThat(permission.at("Principal").scalar()).isEqualTo("secretsmanager.amazonaws.com");
    assertThat(permission.at("SourceArn").value()).isEqualTo(Map.of("Ref", "Keys"));
    assertThat(permission.at("SourceAccount").value()).isEqualTo(Map.of("Ref", "AWS::AccountId"));
  }
}
