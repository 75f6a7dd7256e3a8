package dev.rekey.sendpasscode;

import dev.rekey.address.Address;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.http.Answer;
import dev.rekey.http.AnswerCode;
import dev.rekey.http.Caller;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.RequestOutcome.Silenced;
import dev.rekey.passcode.RequestOutcome.TooSoon;
import java.time.Duration;

/**
 * What both send routes answer: silence looks like success, so only the audit tells them apart
 * (R1).
 */
final class SendAnswers {
  private final SendPasscode send;
  private final AnswerCode tooSoon;
  private final Duration resendAfter;

  SendAnswers(App app, AnswerCode tooSoon) {
    this.send =
        new SendPasscode(
            app.hashes(), app.passcodes(), app.resets(), app.settings().limits(), app.clock());
    this.tooSoon = tooSoon;
    this.resendAfter = app.settings().limits().resendAfter();
  }

  Answer answer(Address address, Caller caller) {
    String subject = send.subject(address);
    return switch (send.to(address, caller.source(), caller.language(), caller.requestId())) {
      case Requested() -> Answer.ok(line(AuditEvent.PASSCODE_REQUESTED, subject));
      case Silenced(var cause) ->
          Answer.ok(line(AuditEvent.PASSCODE_REQUEST_SILENCED, subject).because(cause.name()));
      case TooSoon() ->
          Answer.refused(
              tooSoon,
              line(AuditEvent.PASSCODE_REQUEST_TOO_SOON, subject),
              resendAfter.toSeconds());
    };
  }

  private static AuditLine line(AuditEvent event, String subject) {
    return AuditLine.of(event).with("subject", subject);
  }
}
