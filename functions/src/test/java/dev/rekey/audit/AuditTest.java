package dev.rekey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** R45, R46. */
class AuditTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static String written(AuditLine line) {
    var out = new ByteArrayOutputStream();
    var clock = InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));
    new Audit(new PrintStream(out, true, StandardCharsets.UTF_8), clock).write(line);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void r45_oneLineOfJsonInTheOrderInWhichItIsTold() {
    var line = AuditLine.of(AuditEvent.PASSCODE_REQUESTED).with("subject", "s").because("WHY");
    assertThat(written(line))
        .isEqualToIgnoringNewLines(
            "{\"at\":\"2026-06-01T12:00:00Z\",\"event\":\"passcode_requested\",\"subject\":\"s\","
                + "\"reason\":\"WHY\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\n{\"event\":\"authn_password_change\"}",
        "a\nb",
        "a\rb",
        "\u001B[2J\u001B[31mred",
        "\u009B31m",
        "\u0085next",
        "\u2028line\u2029paragraph",
        "\u0000\u0008",
        "\"},{\"",
        "\\",
        "密码\uD83D\uDE00",
        "\u202Egnp.exe"
      })
  void r46_noValueForgesALineOrSteersATerminal(String value) {
    String written = written(AuditLine.of(AuditEvent.FAULT).because(value));
    assertThat(written.strip().chars()).allMatch(sign -> sign >= ' ' && sign <= '~');
    assertThat(JSON.readTree(written).path("reason").asString()).isEqualTo(value);
  }

  @Test
  void r45_theVocabularyIsFixed() {
    assertThat(Arrays.stream(AuditEvent.values()).map(AuditEvent::word))
        .containsExactlyInAnyOrder(
            "passcode_requested",
            "passcode_request_silenced",
            "passcode_request_too_soon",
            "passcode_delivered",
            "passcode_dropped",
            "passcode_prechecked",
            "authn_passcode_fail",
            "authn_token_created",
            "authn_password_change",
            "authn_password_change_fail",
            "notice_delivered",
            "notice_dropped",
            "recovery_shut",
            "recovery_opened",
            "recovery_open_fail",
            "address_shown",
            "address_erased",
            "account_compromised",
            "account_compromise_fail",
            "suppression_lifted",
            "suppression_lift_fail",
            "delivery_failing",
            "record_unreadable",
            "mail_bounced",
            "mail_complained",
            "mail_rejected",
            "feedback_foreign",
            "feedback_unreadable",
            "feedback_ignored",
            "excess_rate_limit_exceeded",
            "input_validation_fail",
            "app_refused",
            "app_checked",
            "system_info_read",
            "keys_made",
            "keys_make_fail",
            "key_rotation_step",
            "key_rotation_fail",
            "keys_rotated",
            "event_published",
            "event_dropped",
            "fault");
  }

  @Test
  void aLineIsNeverChanged() {
    var line = AuditLine.of(AuditEvent.FAULT);
    assertThat(line.with("a", "b").fields()).containsEntry("a", "b");
    assertThat(line.with("a", Optional.<String>empty())).isEqualTo(line);
    assertThat(line.fields()).isEmpty();
  }

  @Test
  void r18_aFaultTellsItsPlaceAndNotItsMessage() {
    var fault = new IllegalStateException("canary-1", new RuntimeException("canary-2"));
    assertThat(written(FaultLine.of(fault)))
        .contains("java.lang.IllegalStateException", "java.lang.RuntimeException", "AuditTest")
        .doesNotContain("canary");
  }
}
