package dev.rekey.local.silence;

import java.util.Map;

/** What takes an address, by the two ways to name one (contract section 1.1). */
enum Route {
  SEND_EMAIL("send-email") {
    @Override
    Map<String, ?> body(Asked asked) {
      return Map.of("email", asked.email(), "channel", CHANNEL);
    }
  },
  SEND_SMS("send-sms") {
    @Override
    Map<String, ?> body(Asked asked) {
      return Map.of("phoneNumber", asked.number(), "channel", CHANNEL);
    }
  },
  PRE_CHECK_EMAIL("pre-check-code") {
    @Override
    Map<String, ?> body(Asked asked) {
      var payload = Map.of("email", asked.email(), "passCode", PASSCODE, "channel", CHANNEL);
      return Map.of("codeType", "EMAIL", "emailCodePayload", payload);
    }
  },
  /** Here alone the number is called {@code phone}. */
  PRE_CHECK_SMS("pre-check-code") {
    @Override
    Map<String, ?> body(Asked asked) {
      var payload = Map.of("phone", asked.number(), "passCode", PASSCODE, "channel", CHANNEL);
      return Map.of("codeType", "SMS", "smsCodePayload", payload);
    }
  },
  VERIFY_EMAIL("verify-reset-password-request") {
    @Override
    Map<String, ?> body(Asked asked) {
      var payload = Map.of("email", asked.email(), "passCode", PASSCODE);
      return Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload);
    }
  },
  VERIFY_SMS("verify-reset-password-request") {
    @Override
    Map<String, ?> body(Asked asked) {
      var payload = Map.of("phoneNumber", asked.number(), "passCode", PASSCODE);
      return Map.of("verifyMethod", "PHONE_PASSCODE", "phonePassCodePayload", payload);
    }
  };

  private static final String CHANNEL = "CHANNEL_RESET_PASSWORD";
  private static final String PASSCODE = "000000"; // right by a chance of one in a million

  final String path;

  Route(String name) {
    path = "/api/v3/" + name;
  }

  abstract Map<String, ?> body(Asked asked);

  /** Whether people are asked for by their number, and not by e-mail. */
  boolean isByPhone() {
    return switch (this) {
      case SEND_SMS, PRE_CHECK_SMS, VERIFY_SMS -> true;
      case SEND_EMAIL, PRE_CHECK_EMAIL, VERIFY_EMAIL -> false;
    };
  }
}
