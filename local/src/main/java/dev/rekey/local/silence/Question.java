package dev.rekey.local.silence;

import java.util.List;
import java.util.stream.Stream;

/** A call that could give somebody away, in the order in which each person is asked for. */
public enum Question {
  SEND_EMAIL(When.UP, Route.SEND_EMAIL, "200 0", "send-email"),
  SEND_EMAIL_AGAIN(When.UP, Route.SEND_EMAIL, "499 2080", "send-email, throttled"),
  PRE_CHECK_EMAIL(When.UP, Route.PRE_CHECK_EMAIL, "200 0", "pre-check-code, by e-mail"),
  VERIFY_EMAIL(When.UP, Route.VERIFY_EMAIL, "499 2001", "verify, by e-mail"),
  SEND_SMS(When.UP, Route.SEND_SMS, "200 0", "send-sms"),
  SEND_SMS_AGAIN(When.UP, Route.SEND_SMS, "499 0", "send-sms, throttled"),
  PRE_CHECK_SMS(When.UP, Route.PRE_CHECK_SMS, "200 0", "pre-check-code, by SMS"),
  VERIFY_SMS(When.UP, Route.VERIFY_SMS, "499 2001", "verify, by SMS"),
  SEND_EMAIL_DOWN(When.DOWN, Route.SEND_EMAIL, "200 0", "send-email, SES down"),
  PRE_CHECK_DOWN(When.DOWN, Route.PRE_CHECK_EMAIL, "200 0", "pre-check-code, SES down"),
  VERIFY_DOWN(When.DOWN, Route.VERIFY_EMAIL, "499 2001", "verify, SES down"),
  SEND_SMS_DOWN(When.DOWN, Route.SEND_SMS, "200 0", "send-sms, SNS down"),
  PRE_CHECK_SHUT(When.SHUT, Route.PRE_CHECK_EMAIL, "200 0", "pre-check-code, shut"),
  VERIFY_SHUT(When.SHUT, Route.VERIFY_EMAIL, "499 2001", "verify, shut"),
  SEND_EMAIL_SHUT(When.SHUT, Route.SEND_EMAIL, "200 0", "send-email, shut");

  /** In what state the service is, or the address. */
  enum When {
    UP,
    /** The providers of messages fail. */
    DOWN,
    /** Too many have guessed at the address. */
    SHUT
  }

  private final When when;
  final Route route;

  /** Status and code of the answer, 0 for none: another one was no answer to this question. */
  final String answer;

  /** What people call it. */
  public final String title;

  Question(When when, Route route, String answer, String title) {
    this.when = when;
    this.route = route;
    this.answer = answer;
    this.title = title;
  }

  /** What is asked in that state, in order. */
  static List<Question> asked(When when) {
    return Stream.of(values()).filter(it -> it.when == when).toList();
  }
}
