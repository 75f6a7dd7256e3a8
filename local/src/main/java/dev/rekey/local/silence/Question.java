package dev.rekey.local.silence;

import java.util.List;
import java.util.Map;

/** A call that could give somebody away, in the order in which each person is asked for. */
public enum Question {
  SEND_EMAIL("send-email"),
  SEND_EMAIL_AGAIN("send-email, throttled"),
  PRE_CHECK_EMAIL("pre-check-code, by e-mail"),
  VERIFY_EMAIL("verify, by e-mail"),
  SEND_SMS("send-sms"),
  PRE_CHECK_SMS("pre-check-code, by SMS"),
  VERIFY_SMS("verify, by SMS"),
  SEND_EMAIL_DOWN("send-email, SES down"),
  SEND_SMS_DOWN("send-sms, SNS down");

  /** Asked while the providers of messages answer. */
  static final List<Question> UP =
      List.of(
          SEND_EMAIL,
          SEND_EMAIL_AGAIN,
          PRE_CHECK_EMAIL,
          VERIFY_EMAIL,
          SEND_SMS,
          PRE_CHECK_SMS,
          VERIFY_SMS);

  /** Asked, of other people, while they do not. */
  static final List<Question> DOWN = List.of(SEND_EMAIL_DOWN, SEND_SMS_DOWN);

  private static final String CHANNEL = "CHANNEL_RESET_PASSWORD";
  private static final String PASSCODE = "000000"; // right by a chance of one in a million

  /** What people call it. */
  public final String title;

  Question(String title) {
    this.title = title;
  }

  /** Whether people are asked for by their number, and not by e-mail. */
  boolean isByPhone() {
    return switch (this) {
      case SEND_SMS, PRE_CHECK_SMS, VERIFY_SMS, SEND_SMS_DOWN -> true;
      case SEND_EMAIL, SEND_EMAIL_AGAIN, PRE_CHECK_EMAIL, VERIFY_EMAIL, SEND_EMAIL_DOWN -> false;
    };
  }

  String path() {
    return "/api/v3/"
        + switch (this) {
          case SEND_EMAIL, SEND_EMAIL_AGAIN, SEND_EMAIL_DOWN -> "send-email";
          case SEND_SMS, SEND_SMS_DOWN -> "send-sms";
          case PRE_CHECK_EMAIL, PRE_CHECK_SMS -> "pre-check-code";
          case VERIFY_EMAIL, VERIFY_SMS -> "verify-reset-password-request";
        };
  }

  Map<String, ?> body(Asked asked) {
    return switch (this) {
      case SEND_EMAIL, SEND_EMAIL_AGAIN, SEND_EMAIL_DOWN ->
          Map.of("email", asked.email(), "channel", CHANNEL);
      case SEND_SMS, SEND_SMS_DOWN -> Map.of("phoneNumber", asked.number(), "channel", CHANNEL);
      case PRE_CHECK_EMAIL -> {
        var payload = Map.of("email", asked.email(), "passCode", PASSCODE, "channel", CHANNEL);
        yield Map.of("codeType", "EMAIL", "emailCodePayload", payload);
      }
      case PRE_CHECK_SMS -> {
        var payload =
            Map.of("phoneNumber", asked.number(), "passCode", PASSCODE, "channel", CHANNEL);
        yield Map.of("codeType", "SMS", "smsCodePayload", payload);
      }
      case VERIFY_EMAIL -> {
        var payload = Map.of("email", asked.email(), "passCode", PASSCODE);
        yield Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload);
      }
      case VERIFY_SMS -> {
        var payload = Map.of("phoneNumber", asked.number(), "passCode", PASSCODE);
        yield Map.of("verifyMethod", "PHONE_PASSCODE", "phonePassCodePayload", payload);
      }
    };
  }
}
