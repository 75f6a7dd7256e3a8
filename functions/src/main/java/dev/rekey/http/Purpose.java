package dev.rekey.http;

import java.util.Arrays;
import java.util.Set;

/**
 * The {@code channel} field of the contract, which says what a passcode is for. Only resets are
 * served; another published purpose is told so, an unpublished one is a mistake (contract sections
 * 1.1 and 9).
 */
public final class Purpose {
  private static final String SERVED = "CHANNEL_RESET_PASSWORD";

  private static final Set<String> OF_MAIL =
      published(
          "LOGIN REGISTER VERIFY_EMAIL_LINK UPDATE_EMAIL BIND_EMAIL UNBIND_EMAIL VERIFY_MFA"
              + " UNLOCK_ACCOUNT COMPLETE_EMAIL DELETE_ACCOUNT");
  private static final Set<String> OF_SMS =
      published(
          "LOGIN REGISTER BIND_PHONE UNBIND_PHONE BIND_MFA VERIFY_MFA UNBIND_MFA COMPLETE_PHONE"
              + " IDENTITY_VERIFICATION DELETE_ACCOUNT");

  private Purpose() {}

  /** Refuses anything but a reset by e-mail. */
  public static void checkMail(String channel) {
    check(channel, OF_MAIL);
  }

  /** Refuses anything but a reset by SMS. */
  public static void checkSms(String channel) {
    check(channel, OF_SMS);
  }

  private static void check(String channel, Set<String> published) {
    String name = Fields.upperCase(channel);
    if (published.contains(name)) {
      throw new MalformedRequest(AnswerCode.CHANNEL_NOT_SERVED);
    }
    if (!name.equals(SERVED)) {
      throw new MalformedRequest(AnswerCode.BAD_VALUE, "channel");
    }
  }

  private static Set<String> published(String names) {
    return Set.copyOf(Arrays.stream(names.split(" ", -1)).map(name -> "CHANNEL_" + name).toList());
  }
}
