package dev.rekey.local.cli;

import static dev.rekey.local.cli.Ran.rekey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of one subject, out of a log group and out of a runner. */
@ExtendWith(SharedRunner.class)
class AuditCommandTest {
  private static final String SUBJECT = "--subject=g6eVwrRyeAgMh6S7";

  private final StackUnderTest stack = new StackUnderTest();

  @AfterEach
  void end() {
    stack.close();
  }

  @Test
  void asksTheLogGroupOfTheStackForThatSubjectAlone() {
    var ran = rekey("audit", SUBJECT);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("no line of g6eVwrRyeAgMh6S7 in the last PT168H");
    assertThat(stack.requests("FilterLogEvents"))
        .map(it -> Json.readObject(it.body()))
        .allSatisfy(it -> {
          assertThat(it.path("filterPattern").asString())
              .isEqualTo("{ $.subject = \"g6eVwrRyeAgMh6S7\" }");
          assertThat(Instant.ofEpochMilli(it.path("startTime").asLong()))
              .isBetween(
                  Instant.now().minus(Duration.ofDays(7)).minusSeconds(60),
                  Instant.now().minus(Duration.ofDays(7)));
        })
        .extracting(it -> it.path("logGroupName").asString())
        .containsExactly(StackUnderTest.AUDIT);
  }

  @Test
  void readsAllPagesAndSortsThem() {
    stack.answers(
        "FilterLogEvents",
        request -> {
          var asked = Json.readObject(request.body());
          return StackUnderTest.ok(
              request,
              switch (asked.path("nextToken").asString("")) {
                case "" ->
                    "{\"events\":[],\"nextToken\":\"more\"}"; // an empty page is not the last
                case "more" ->
                    more(
                        line("2026-06-01T12:00:03Z", "address_shown"),
                        line("2026-06-01T12:00:01Z", "address_shown"));
                default -> events(line("2026-06-01T12:00:02Z", "passcode_delivered"));
              });
        });
    var ran = rekey("audit", SUBJECT);
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines())
        .map(it -> it.replaceAll(" +", " "))
        .containsExactly(
            "2026-06-01T12:00:01Z address_shown reason=WHY",
            "2026-06-01T12:00:02Z passcode_delivered reason=WHY",
            "2026-06-01T12:00:03Z address_shown reason=WHY");
    assertThat(rekey("audit", SUBJECT, "--json").json())
        .hasSize(3)
        .first()
        .satisfies(it -> assertThat(it.path("subject").asString()).isEqualTo("g6eVwrRyeAgMh6S7"));
  }

  @Test
  void r46_noLineSteersTheTerminal() {
    stack.answers(
        "FilterLogEvents", events(line("2026-06-01T12:00:01Z", "x\u001B[2J\u202E\nforged")));
    assertThat(rekey("audit", SUBJECT).lines())
        .hasSize(1)
        .allMatch(it -> it.contains("x?[2J??forged"));
  }

  @Test
  void byAnAddressOperateIsAskedForTheSubject() {
    rekey("audit", "ada@example.com");
    assertThat(stack.requests("Invoke").getFirst().body())
        .isEqualTo("{\"operation\":\"show\",\"address\":\"ada@example.com\"}");
    assertThat(stack.requests("FilterLogEvents").getFirst().body())
        .contains("g6eVwrRyeAgMh6S7")
        .doesNotContain("ada");
  }

  @Test
  void byTheReferenceOfANoticeItsLinesTellTheSubject() {
    stack.answers(
        "FilterLogEvents",
        request ->
            StackUnderTest.ok(
                request,
                Json.readObject(request.body()).path("filterPattern").asString().contains("subject")
                    ? events(line("2026-06-01T12:00:01Z", "authn_password_change"))
                    : events(line("2026-06-01T12:00:02Z", "notice_delivered"))));
    var ran = rekey("audit", "--reference=6d3c-4a54");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("authn_password_change").doesNotContain("notice_delivered");
    assertThat(stack.requests("FilterLogEvents"))
        .extracting(it -> Json.readObject(it.body()).path("filterPattern").asString())
        .containsExactly(
            "{ $.requestId = \"*6d3c-4a54*\" }", "{ $.subject = \"g6eVwrRyeAgMh6S7\" }");
  }

  @Test
  void aReferenceThatNoNoticeHasIsSaidSo() {
    stack.answers("FilterLogEvents", events(line("2026-06-01T12:00:02Z", "authn_password_change")));
    var ran = rekey("audit", "--reference=6d3c-4a54");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("no notice with the reference 6d3c-4a54 in the last PT168H");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6d3c", "6d3c4a54", "6d3c-4a5*", "6d3c-4a54\" }", "6D3C-4A54"})
  void whatIsNoReferenceNeverComesIntoAFilter(String reference) {
    assertThat(rekey("audit", "--reference=" + reference).exit()).isEqualTo(2);
    assertThat(stack.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "g6eVwrRyeAgMh6S7x", "g6eVwrRyeAgMh6\"}", "ada@example.com!"})
  void whatIsNoSubjectNeverComesIntoAFilter(String subject) {
    assertThat(rekey("audit", "--subject=" + subject).exit()).isEqualTo(2);
    assertThat(stack.requests()).isEmpty();
  }

  @Test
  void oneOfTheThreeMustBeGivenAndAPeriodIsMoreThanNothing() {
    assertThat(rekey("audit").exit()).isEqualTo(2);
    assertThat(rekey("audit", "a@b.example", SUBJECT).exit()).isEqualTo(2);
    assertThat(rekey("audit", "--reference=6d3c-4a54", SUBJECT).exit()).isEqualTo(2);
    assertThat(rekey("audit", SUBJECT, "--since=P0D").exit()).isEqualTo(2);
    assertThat(rekey("audit", SUBJECT, "--since=week").exit()).isEqualTo(2);
  }

  @Test
  void saysThatTheGroupMayNotBeRead() {
    stack.refuses("FilterLogEvents", 400, "AccessDeniedException");
    var ran = rekey("audit", SUBJECT);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains(StackUnderTest.AUDIT, "AccessDenied", "logs:FilterLogEvents");
  }

  @Test
  void ofARunnerItTellsWhatItsFunctionsPrinted(RunnerUnderTest runner) {
    String local = "--local=" + runner.uri();
    var person = runner.local().person();
    runner.api().sendEmail(person.email());
    runner.local().passcode(person.email());
    runner.api().verifyEmail(person.email(), "000000");

    var ran = rekey("audit", person.email(), local);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("passcode_requested", "passcode_delivered", "authn_passcode_fail")
        .doesNotContain(person.email());
    var lines = rekey("audit", person.email(), local, "--json").json();
    String subject = lines.get(0).path("subject").asString();
    assertThat(rekey("audit", "--subject=" + subject, local).out()).startsWith(ran.out());
    assertThat(rekey("audit", "--subject=0000000000000000", local).out()).contains("no line of");
  }

  @Test
  void ofARunnerItTakesTheReferenceThatTheOwnerWasTold(RunnerUnderTest runner) {
    var person = runner.local().person();
    var api = runner.api();
    api.sendEmail(person.email());
    var verified = api.verifyEmail(person.email(), runner.local().passcode(person.email()));
    api.reset(verified.data().path("passwordResetToken").asString(), "seven green bicycles");
    String notice = runner.local().await(person.email(), 2).getLast().text();
    var reference = Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}").matcher(notice);
    assertThat(reference.find()).as(notice).isTrue();

    var ran = rekey("audit", "--reference=" + reference.group(), "--local=" + runner.uri());
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("passcode_requested", "authn_password_change ");
  }

  private static String more(String... lines) {
    return Json.readObject(events(lines)).put("nextToken", "last").toString();
  }

  private static String events(String... lines) {
    var events = Json.object();
    var array = events.putArray("events");
    for (String line : lines) {
      array.addObject().put("message", line + "\n");
    }
    return events.toString();
  }

  private static String line(String at, String event) {
    return Json.object()
        .put("at", at)
        .put("event", event)
        .put("subject", "g6eVwrRyeAgMh6S7")
        .put("reason", "WHY")
        .toString();
  }
}
