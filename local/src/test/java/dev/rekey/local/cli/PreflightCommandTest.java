package dev.rekey.local.cli;

import static dev.rekey.local.cli.Ran.rekey;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever would stop a deployment half-way is one line before it, which says what to do. */
class PreflightCommandTest {
  private static final List<String> GOOD =
      List.of("Apps=shop", "MailFrom=no-reply@example.com", "KeysSecretName=rekey/keys");

  private final StackUnderTest stack = new StackUnderTest();
  @TempDir private Path folder;

  @AfterEach
  void end() {
    stack.close();
  }

  /**
   * Runs it on an environment that gives the good parameters, and these, in place of them or
   * besides.
   */
  private Ran preflight(String... overrides) throws IOException {
    var given = new HashMap<String, String>();
    Stream.concat(GOOD.stream(), Stream.of(overrides))
        .forEach(it -> given.put(it.split("=", 2)[0], it.split("=", 2)[1]));
    return preflight(
        given.entrySet().stream()
            .filter(it -> !it.getValue().equals("-"))
            .map(it -> it.getKey() + "=" + it.getValue())
            .toList());
  }

  private Ran preflight(List<String> overrides) throws IOException {
    return file(
        "[dev.deploy.parameters]\nstack_name = \"rekey\"\nparameter_overrides = [\n%s\n]\n"
            .formatted(
                overrides.stream()
                    .map(it -> "\"" + it.replace("\"", "\\\"") + "\"")
                    .collect(Collectors.joining(",\n"))));
  }

  private Ran file(String toml, String... options) throws IOException {
    var file = Files.writeString(folder.resolve("samconfig.toml"), toml);
    var arguments =
        new ArrayList<>(
            List.of(
                "preflight",
                "--env=dev",
                "--config-file=" + file,
                "--template-file=../template.yaml"));
    arguments.addAll(List.of(options));
    return rekey(arguments.toArray(String[]::new));
  }

  private static void fails(Ran ran, String check, String found) {
    assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
    assertThat(ran.lines())
        .filteredOn(it -> it.startsWith("fail"))
        .singleElement()
        .asString()
        .startsWith("fail  " + check)
        .contains(found, " -> ");
  }

  private static void warns(Ran ran, String check, String found) {
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.lines())
        .filteredOn(it -> it.startsWith("warn"))
        .singleElement()
        .asString()
        .startsWith("warn  " + check)
        .contains(found, " -> ");
  }

  @Test
  void everythingInOrderIsOneLineEach() throws IOException {
    var ran =
        preflight(
            "MailConfigurationSet=mails",
            "AlarmTopicArn=arn:aws:sns:eu-central-1:123456789012:alarms",
            "EventsTopicArn=arn:aws:sns:eu-central-1:123456789012:events",
            "DomainName=reset.example.com",
            "CertificateArn=arn:aws:acm:eu-central-1:123456789012:certificate/1a");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.lines()).allMatch(it -> it.startsWith("ok    ") && !it.contains("->"));
    assertThat(ran.lines())
        .map(it -> it.substring(6, 21).strip())
        .containsExactly(
            "caller",
            "clock",
            "parameters",
            "stack",
            "keys",
            "mail sender",
            "mail account",
            "sms limit",
            "sms account",
            "concurrency",
            "mail set",
            "alarm topic",
            "events topic",
            "certificate");
  }

  @Test
  void aStackThatIsNotThereIsMadeWithItsKeys() throws IOException {
    stack.hasNoStack();
    stack.refuses("DescribeSecret", 400, "ResourceNotFoundException");
    var ran = preflight();
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out())
        .contains("ok    stack           rekey will be made")
        .contains("ok    keys            rekey/keys will be made");
  }

  /** A deployment to the middle of which a mistake would come: what is given, and what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Apps=- | Apps has no value. The apps that may call",
        "Apps=shop:secret | Apps must be a comma list of appId or appId:sha256hex",
        "MailFrom=nobody | MailFrom must be a plain e-mail address",
        "Rollout=Hope | Rollout must be one of Canary10Percent5Minutes, Canary",
        "LogDays=2 | LogDays must be one of 1, 7, 14",
        "HashConcurrency=-1 | HashConcurrency must be 0 or more (MinValue)",
        "HashConcurrency=1001 | HashConcurrency must be 1000 or less (MaxValue)",
        "HashConcurrency=many | HashConcurrency must be a number",
        "UserPoolId=a/b | UserPoolId must be of the form [A-Za-z0-9._-]{0,64} (AllowedPattern)",
        "Appz=shop | Appz is no parameter of the template, and SAM would drop it",
        "DomainName=reset.example.com | DomainName needs a CertificateArn",
        "CertificateArn=arn:aws:acm:eu-central-1:123456789012:certificate/1a | CertificateArn"
            + " needs a DomainName",
      })
  void aMissingOrWrongParameterIsAFault(String given, String found) throws IOException {
    var ran = preflight(given);
    assertThat(ran.out()).doesNotContain("secret,").doesNotContain("shop:secret");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines())
        .filteredOn(it -> it.startsWith("fail  parameters"))
        .singleElement()
        .asString()
        .contains(found, "[dev.deploy.parameters] of samconfig.toml");
  }

  @Test
  void everyWrongParameterIsTold() throws IOException {
    stack.hasNoStack();
    var ran = preflight("Apps=-", "MailFrom=-", "Waf=yes", "Nonsense=1");
    assertThat(ran.lines()).filteredOn(it -> it.startsWith("fail  parameters")).hasSize(4);
    assertThat(ran.out()).contains("warn  mail sender     not checked: no MailFrom is known");
  }

  /** As `sam deploy` does: what is not given anew stays as it is. */
  @Test
  void whatTheStackHasNeedNotBeGivenAgain() throws IOException {
    stack.answers(
        "DescribeStacks",
        InOrder.stack("UPDATE_COMPLETE", Map.of("Apps", "shop", "MailFrom", "old@example.com")));
    var ran = preflight("Apps=-", "MailFrom=-");
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out()).contains("ok    mail sender     old@example.com may send");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROLLBACK_COMPLETE | delete it: aws cloudformation delete-stack --stack-name rekey",
        "UPDATE_IN_PROGRESS | wait for its end",
        "UPDATE_ROLLBACK_FAILED | continue-update-rollback --stack-name rekey",
        "DELETE_FAILED | it cannot be updated like this",
      })
  void aStackThatCannotBeUpdatedIsAFault(String status, String toDo) throws IOException {
    stack.answers("DescribeStacks", InOrder.stack(status));
    var ran = preflight();
    fails(ran, "stack", "rekey is " + status);
    assertThat(ran.out()).contains(toDo);
  }

  @ParameterizedTest
  @CsvSource({"UPDATE_ROLLBACK_COMPLETE", "CREATE_COMPLETE"})
  void aStackThatWasRolledBackCanBeUpdated(String status) throws IOException {
    stack.answers("DescribeStacks", InOrder.stack(status));
    assertThat(preflight().exit()).isZero();
  }

  /** A change set that nobody executed leaves a stack that is none. */
  @Test
  void aStackOfAChangeSetAloneIsNew() throws IOException {
    stack.answers("DescribeStacks", InOrder.stack("REVIEW_IN_PROGRESS"));
    stack.refuses("DescribeSecret", 400, "ResourceNotFoundException");
    assertThat(preflight().out()).contains("ok    stack           rekey will be made");
  }

  /** Secrets outlive their stack, and a first deployment that failed leaves one as well. */
  @Test
  void aSecretThatIsThereAlreadyStopsANewStack() throws IOException {
    stack.hasNoStack();
    var ran = preflight();
    fails(ran, "keys", "the secret rekey/keys is there already, and the stack cannot make it");
    assertThat(ran.out()).contains("give another KeysSecretName").doesNotContain("restore-secret");
  }

  @Test
  void aSecretThatIsToBeDeletedStopsANewStack() throws IOException {
    stack.hasNoStack();
    stack.answers("DescribeSecret", "{\"DeletedDate\":1790000000}");
    var ran = preflight();
    fails(ran, "keys", "the secret rekey/keys is to be deleted already");
    assertThat(ran.out())
        .contains("aws secretsmanager restore-secret --secret-id rekey/keys")
        .contains("another KeysSecretName");
  }

  @Test
  void aStackWhoseKeysAreToBeDeletedIsAFault() throws IOException {
    stack.answers("DescribeSecret", "{\"DeletedDate\":1790000000}");
    fails(preflight(), "keys", "the stack's secret rekey/keys is to be deleted");
  }

  @Test
  void aStackWhoseKeysAreGoneIsAFault() throws IOException {
    stack.refuses("DescribeSecret", 400, "ResourceNotFoundException");
    fails(preflight(), "keys", "the stack's secret rekey/keys is not there");
  }

  /** Another name makes another secret, with other keys: every account would be lost. */
  @Test
  void anotherSecretForAStackThatHasOneIsAFault() throws IOException {
    stack.answers(
        "DescribeStacks", InOrder.stack("UPDATE_COMPLETE", Map.of("KeysSecretName", "rekey/keys")));
    fails(preflight("KeysSecretName=new"), "keys", "would change from rekey/keys to new");
  }

  @Test
  void aSenderThatIsNotVerifiedIsAFault() throws IOException {
    stack.refuses("GetEmailIdentity", 404, "NotFoundException");
    fails(preflight(), "mail sender", "neither no-reply@example.com nor example.com is verified");
  }

  @Test
  void aVerifiedDomainIsEnough() throws IOException {
    stack.answers(
        "GetEmailIdentity",
        request ->
            request.path().endsWith("/identities/example.com")
                ? StackUnderTest.ok(request, "{\"VerifiedForSendingStatus\":true}")
                : StackUnderTest.error(request, 404, "NotFoundException"));
    assertThat(preflight().out()).contains("ok    mail sender     no-reply@example.com may send");
  }

  @Test
  void theSandboxOfSesIsAWarning() throws IOException {
    stack.answers("GetAccount", "{\"SendingEnabled\":true,\"ProductionAccessEnabled\":false}");
    warns(preflight(), "mail account", "in the sandbox");
  }

  @Test
  void aConfigurationSetThatIsNotThereIsAFault() throws IOException {
    stack.refuses("GetConfigurationSet", 404, "NotFoundException");
    fails(
        preflight("MailConfigurationSet=mails"),
        "mail set",
        "SES has no configuration set mails in eu-central-1");
  }

  @Test
  void littleMoneyForTextsAndTheirSandboxAreWarnings() throws IOException {
    stack.answers("GetSMSAttributes", InOrder.spendLimit("0"));
    warns(preflight(), "sms limit", "0 US dollars a month");
    stack.answers("GetSMSAttributes", InOrder.spendLimit("50"));
    stack.answers("GetSMSSandboxAccountStatus", "<IsInSandbox>true</IsInSandbox>");
    warns(preflight(), "sms account", "in the sandbox");
  }

  /** Lambda keeps a hundred copies for functions that reserve none. */
  @Test
  void moreCopiesThanTheAccountCanKeepAreAFault() throws IOException {
    stack.answers("GetAccountSettings", InOrder.concurrency(1000, 150));
    assertThat(preflight("HashConcurrency=50").exit()).isZero();
    fails(
        preflight("HashConcurrency=51"),
        "concurrency",
        "HashConcurrency=51 would leave 99 of the account's 1000 copies unreserved");
  }

  @Test
  void whatTheStackKeepsAlreadyCountsAsFree() throws IOException {
    stack.answers("GetAccountSettings", InOrder.concurrency(1000, 100));
    stack.answers(
        "DescribeStacks", InOrder.stack("UPDATE_COMPLETE", Map.of("HashConcurrency", "20")));
    assertThat(preflight("HashConcurrency=20").exit()).isZero();
    assertThat(preflight("HashConcurrency=21").exit()).isEqualTo(1);
  }

  @Test
  void anAccountOfTenCopiesIsWarnedOf() throws IOException {
    stack.answers("GetAccountSettings", InOrder.concurrency(10, 10));
    warns(preflight(), "concurrency", "10 copies of all functions at once");
  }

  @ParameterizedTest
  @CsvSource({"AlarmTopicArn, alarm topic", "EventsTopicArn, events topic"})
  void aTopicThatIsNotThereIsAFault(String parameter, String check) throws IOException {
    stack.refuses("GetTopicAttributes", 404, "NotFound");
    fails(
        preflight(parameter + "=arn:aws:sns:eu-central-1:123456789012:none"),
        check,
        "arn:aws:sns:eu-central-1:123456789012:none is not there");
  }

  @ParameterizedTest
  @CsvSource({"AlarmTopicArn, alarm topic", "EventsTopicArn, events topic"})
  void aTopicOfAnotherRegionIsAFault(String parameter, String check) throws IOException {
    fails(
        preflight(parameter + "=arn:aws:sns:us-east-1:123456789012:far"),
        check,
        parameter + " is of us-east-1, and the stack of eu-central-1");
  }

  @Test
  void aCertificateOfAnotherRegionIsAFault() throws IOException {
    fails(
        preflight(
            "DomainName=reset.example.com",
            "CertificateArn=arn:aws:acm:us-east-1:123456789012:certificate/1a"),
        "certificate",
        "CertificateArn is of us-east-1");
  }

  @Test
  void whatMayNotBeLookedAtIsAWarningThatNamesThePermission() throws IOException {
    stack.deniesAll();
    var ran =
        preflight(
            "MailConfigurationSet=mails",
            "AlarmTopicArn=arn:aws:sns:eu-central-1:123456789012:alarms");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.lines())
        .filteredOn(it -> it.startsWith("warn"))
        .hasSize(11)
        .allMatch(it -> it.contains("-> allow yourself "));
    assertThat(ran.out())
        .contains("sts:GetCallerIdentity", "cloudformation:DescribeStacks", "ses:GetAccount")
        .contains("ses:GetEmailIdentity", "ses:GetConfigurationSet", "lambda:GetAccountSettings")
        .contains(
            "sns:GetSMSAttributes", "sns:GetSMSSandboxAccountStatus", "sns:GetTopicAttributes");
  }

  @Test
  void keysThatMayNotBeLookedAtAreAWarning() throws IOException {
    stack.refuses("DescribeSecret", 400, "AccessDeniedException");
    warns(preflight(), "keys", "allow yourself secretsmanager:DescribeSecret");
  }

  @Test
  void changesNothingAndReadsNoKey() throws IOException {
    preflight("AlarmTopicArn=arn:aws:sns:eu-central-1:123456789012:alarms");
    assertThat(stack.requests())
        .isNotEmpty()
        .allMatch(it -> it.operation().matches("(Describe|Get).*"))
        .noneMatch(it -> it.operation().equals("GetSecretValue"));
  }

  @Test
  void isAnArrayForPrograms() throws IOException {
    var toml = "[dev.deploy.parameters]\nstack_name = \"rekey\"\n";
    var ran = file(toml, "--json");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.json().get(2).path("verdict").asString()).isEqualTo("fail");
    assertThat(ran.json().get(2).path("found").asString()).startsWith("Apps has no value");
  }
}
