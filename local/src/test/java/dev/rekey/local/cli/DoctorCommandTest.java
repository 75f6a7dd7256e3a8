package dev.rekey.local.cli;

import static dev.rekey.local.cli.Ran.rekey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can be wrong with a stack is one line that says what to do. */
@ExtendWith(SharedRunner.class)
class DoctorCommandTest {
  private final StackUnderTest stack = new StackUnderTest();

  @AfterEach
  void end() {
    stack.close();
  }

  @Test
  void everythingInOrderIsOneLineEach() {
    var ran = rekey("doctor");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.lines()).allMatch(it -> it.startsWith("ok    ") && !it.contains("->"));
    assertThat(ran.lines())
        .map(it -> it.substring(6, 21).strip())
        .containsExactly(
            "caller",
            "clock",
            "stack",
            "table resets",
            "table accounts",
            "backups",
            "ttl",
            "stream",
            "operate",
            "mails",
            "texts",
            "keys",
            "mail sender",
            "mail account",
            "sms limit",
            "sms account");
  }

  /** What is wrong, by the answer of AWS, and the line that it makes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DescribeTable | {~Table~:{~TableName~:~t~,~TableStatus~:~CREATING~}} | fail | table"
            + " resets",
        "DescribeTable |"
            + " {~Table~:{~TableStatus~:~ACTIVE~,~StreamSpecification~:{~StreamEnabled~:true,~StreamViewType~:~NEW_AND_OLD_IMAGES~}}}"
            + " | warn | table accounts",
        "DescribeTable | {~Table~:{~TableName~:~t~,~TableStatus~:~ACTIVE~}} | fail | stream",
        "DescribeTable |"
            + " {~Table~:{~TableStatus~:~ACTIVE~,~StreamSpecification~:{~StreamEnabled~:true,~StreamViewType~:~KEYS_ONLY~}}}"
            + " | fail | stream",
        "DescribeContinuousBackups | {~ContinuousBackupsDescription~:{~ContinuousBackupsStatus~:"
            + "~ENABLED~,~PointInTimeRecoveryDescription~:{~PointInTimeRecoveryStatus~:~DISABLED~}}}"
            + " | warn | backups",
        "DescribeTimeToLive | {~TimeToLiveDescription~:{~TimeToLiveStatus~:~DISABLED~}} | fail |"
            + " ttl",
        "DescribeTimeToLive | {~TimeToLiveDescription~:{~TimeToLiveStatus~:~ENABLED~,"
            + "~AttributeName~:~other~}} | fail | ttl",
        "ListEventSourceMappings | {~EventSourceMappings~:[]} | fail | mails",
        "ListEventSourceMappings | {~EventSourceMappings~:[{~State~:~Disabled~}]} | fail | texts",
        "ListEventSourceMappings | {~EventSourceMappings~:[{~State~:~Enabled~,"
            + "~LastProcessingResult~:~PROBLEM: Function call failed~}]} | fail | mails",
        "DescribeSecret | {~VersionIdsToStages~:{}} | fail | keys",
        "DescribeSecret | {~DeletedDate~:1790000000,~VersionIdsToStages~:{~v~:[~AWSCURRENT~]}}"
            + " | fail | keys",
        "GetEmailIdentity | {~VerifiedForSendingStatus~:false} | fail | mail sender",
        "GetAccount | {~SendingEnabled~:true,~ProductionAccessEnabled~:false} | fail | mail"
            + " account",
        "GetAccount | {~SendingEnabled~:false,~ProductionAccessEnabled~:true} | fail | mail"
            + " account",
        "GetSMSAttributes | <attributes/> | warn | sms limit",
        "GetSMSSandboxAccountStatus | <IsInSandbox>true</IsInSandbox> | warn | sms account",
      })
  void saysWhatIsWrongAndWhatToDo(String operation, String answer, String verdict, String check) {
    stack.answers(operation, answer.replace('~', '"'));
    var ran = rekey("doctor");
    assertThat(ran.lines())
        .anyMatch(it ->
            it.startsWith(verdict) && it.substring(6).startsWith(check) && it.contains(" -> "));
    assertThat(ran.exit()).isEqualTo(verdict.equals("fail") ? 1 : 0);
  }

  @Test
  void moneyForTextsIsToldAndTooLittleOfItIsWarnedOf() {
    assertThat(rekey("doctor").out()).contains("50 US dollars a month");
    stack.answers("GetSMSAttributes", InOrder.spendLimit("1"));
    assertThat(rekey("doctor").out()).contains("warn  sms limit       1 US dollars a month");
    stack.answers("GetSMSAttributes", InOrder.spendLimit("0"));
    var none = rekey("doctor");
    assertThat(none.out()).contains("fail  sms limit       0 US dollars a month: no text is sent");
    assertThat(none.exit()).isEqualTo(1);
  }

  @Test
  void aDomainThatIsVerifiedIsEnough() {
    stack.answers(
        "GetEmailIdentity",
        request ->
            request.path().endsWith("/identities/example.com")
                ? StackUnderTest.ok(request, "{\"VerifiedForSendingStatus\":true}")
                : StackUnderTest.error(request, 404, "NotFoundException"));
    assertThat(rekey("doctor").out())
        .contains("ok    mail sender     no-reply@example.com may send");
    stack.refuses("GetEmailIdentity", 404, "NotFoundException");
    assertThat(rekey("doctor").out())
        .contains("fail  mail sender     neither no-reply@example.com");
  }

  @Test
  void r43_whereNoMailIsSentItIsSaidThatTextsAreTheOnlyWay() {
    stack.refuses("GetEmailIdentity", 404, "NotFoundException");
    var ran = rekey("doctor");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("no mail is sent, and texts are the only way -> verify one of them in SES")
        .contains("ok    sms account");
  }

  @Test
  void aStackThatIsStillWorkedOnIsWarnedOfAndAFailedOneIsAFault() {
    stack.answers("DescribeStacks", InOrder.stack("UPDATE_IN_PROGRESS"));
    assertThat(rekey("doctor").out()).contains("warn  stack           rekey is UPDATE_IN_PROGRESS");
    stack.answers("DescribeStacks", InOrder.stack("UPDATE_ROLLBACK_COMPLETE"));
    assertThat(rekey("doctor").out()).contains("fail  stack           rekey is UPDATE_ROLLBACK");
  }

  @Test
  void aClockThatIsOffIsTold() throws IOException {
    assertThat(atClock(Duration.ofSeconds(-100)))
        .containsPattern("warn  clock +(99|10[0-3]) s ahead -> let NTP");
    assertThat(atClock(Duration.ofMinutes(10)))
        .containsPattern("fail  clock +(59[7-9]|60[01]) s late: AWS refuses");
  }

  /** AWS is so much ahead of this machine. */
  private static String atClock(Duration ahead) throws IOException {
    try (var sts = new StsOfAnotherTime(ahead)) {
      System.setProperty("aws.endpointUrlSts", sts.url());
      return rekey("doctor").out();
    } finally {
      System.clearProperty("aws.endpointUrlSts");
    }
  }

  @Test
  void whatMayNotBeLookedAtIsAWarningThatNamesThePermission() {
    for (String operation : List.of("DescribeTimeToLive", "DescribeSecret", "GetSMSAttributes")) {
      stack.refuses(operation, 403, "AccessDeniedException");
    }
    var ran = rekey("doctor");
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines())
        .filteredOn(it -> it.startsWith("warn"))
        .hasSize(3)
        .allMatch(it -> it.contains("not checked: you may not look -> allow yourself "));
    assertThat(ran.out())
        .contains("dynamodb:DescribeTimeToLive", "secretsmanager:DescribeSecret")
        .contains("sns:GetSMSAttributes");
  }

  @Test
  void whereNothingMayBeLookedAtItSaysSoToTheEnd() {
    stack.deniesAll();
    var ran = rekey("doctor");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("warn  caller", "warn  clock", "fail  stack           the stack 'rekey'")
        .contains("warn  mail sender", "warn  sms limit");
  }

  @Test
  void faultsOfAwsStopNoOtherCheck() {
    stack.refuses("DescribeSecret", 500, "InternalServiceError");
    stack.refuses("DescribeTable", 400, "ResourceNotFoundException");
    var ran = rekey("doctor");
    assertThat(ran.out())
        .contains("warn  keys            not checked: InternalServiceError")
        .contains("fail  table resets    it is not there")
        .contains("ok    sms limit");
  }

  /** The stream is mapped to the alias; of the function alone Lambda knows no mapping. */
  @Test
  void mappingsAreSoughtAtTheAliasThatIsCalled() {
    rekey("doctor");
    assertThat(stack.requests())
        .filteredOn(it -> it.operation().equals("ListEventSourceMappings"))
        .extracting(it -> it.path().replaceFirst(".*FunctionName=", ""))
        .containsExactly(StackUnderTest.DELIVER + ":live", "rekey-DeliverSms-5E6F:live");
  }

  @Test
  void changesNothingAndReadsNoKeyAndNoItem() {
    rekey("doctor");
    assertThat(stack.requests())
        .allMatch(it ->
            it.operation().equals("Invoke")
                ? it.invocation().equals("DryRun")
                : it.operation().matches("(Describe|List|Get).*"))
        .noneMatch(it -> it.operation().matches("GetItem|GetSecretValue"));
  }

  @Test
  void isAnArrayForPrograms() {
    stack.answers("GetSMSSandboxAccountStatus", "<IsInSandbox>true</IsInSandbox>");
    var findings = rekey("doctor", "--json").json();
    assertThat(findings).hasSize(16);
    var last = findings.get(15);
    assertThat(last.path("verdict").asString()).isEqualTo("warn");
    assertThat(last.path("check").asString()).isEqualTo("sms account");
    assertThat(last.path("toDo").asString()).contains("leave the SMS sandbox");
  }

  @Test
  void ofARunnerItSaysThatItAnswers(RunnerUnderTest runner) {
    var ran = rekey("doctor", "--local=" + runner.uri());
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines()).hasSize(3).allMatch(it -> it.startsWith("ok    "));
    assertThat(rekey("doctor", "--local=http://127.0.0.1:1").exit()).isEqualTo(1);
  }
}
