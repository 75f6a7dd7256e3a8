package dev.rekey.local;

import java.net.URI;
import java.util.Optional;

/** What the runner prints: how to try it, and last that it is ready. */
public final class Welcome {
  private Welcome() {}

  static String embedded(URI uri, String storage) {
    return """

    Rekey runs here, %6$s. Try it - Ada has forgotten her password:

      curl -s %1$s/api/v3/send-email -H 'content-type: application/json' -H 'x-authing-app-id: %2$s' \\
        -d '{"email":"%3$s","channel":"CHANNEL_RESET_PASSWORD"}'; sleep 1

      code=$(curl -s '%1$s/_local/messages?to=%3$s' | grep -o '"text":"[^"]*' | grep -oE '[0-9]{6}' | tail -n 1)
      token=$(curl -s %1$s/api/v3/verify-reset-password-request -H 'content-type: application/json' -H 'x-authing-app-id: %2$s' \\
        -d '{"verifyMethod":"EMAIL_PASSCODE","emailPassCodePayload":{"email":"%3$s","passCode":"'$code'"}}' \\
        | grep -o '"passwordResetToken":"[^"]*' | cut -d '"' -f 4)

      curl -s %1$s/api/v3/reset-password -H 'content-type: application/json' -H 'x-authing-app-id: %2$s' \\
        -d '{"passwordResetToken":"'$token'","password":"a new and better one"}'

    Demo account: %3$s, phone %4$s, password '%5$s'
    Outbox:       %1$s/_local/outbox
    Everybody is 127.0.0.1 here, so a fifth mail to one person in a day is silence;
    curl -X DELETE %1$s/_local/limits makes the service forget that.

    ready: %1$s
    """
        .formatted(
            uri,
            LocalValues.APP_ID,
            LocalValues.ADA_EMAIL,
            LocalValues.ADA_PHONE,
            LocalValues.ADA_PASSWORD,
            storage);
  }

  /**
   * The same where the runner keeps no messages.
   *
   * @param where what the functions talk to
   * @param ses the endpoint of SES; absent for AWS itself
   */
  public static String aws(URI uri, String where, Optional<URI> ses) {
    return """

    The functions run here, over %2$s. Try it:

      curl -s %1$s/api/v3/send-email -H 'content-type: application/json' -H 'x-authing-app-id: %3$s' \\
        -d '{"email":"%4$s","channel":"CHANNEL_RESET_PASSWORD"}'

    %5$s
    Then code=... as in the mail, and:

      token=$(curl -s %1$s/api/v3/verify-reset-password-request -H 'content-type: application/json' -H 'x-authing-app-id: %3$s' \\
        -d '{"verifyMethod":"EMAIL_PASSCODE","emailPassCodePayload":{"email":"%4$s","passCode":"'$code'"}}' \\
        | grep -o '"passwordResetToken":"[^"]*' | cut -d '"' -f 4)

      curl -s %1$s/api/v3/reset-password -H 'content-type: application/json' -H 'x-authing-app-id: %3$s' \\
        -d '{"passwordResetToken":"'$token'","password":"a new and better one"}'

    Demo account: %4$s, phone %6$s, password '%7$s'; not in an account of AWS
    Everybody is 127.0.0.1 here, so a fifth mail to one person in a day is silence;
    curl -X DELETE %1$s/_local/limits makes the service forget that.

    ready: %1$s
    """
        .formatted(
            uri,
            where,
            LocalValues.APP_ID,
            LocalValues.ADA_EMAIL,
            ses.map(Welcome::mails).orElse("The mail comes by SES."),
            LocalValues.ADA_PHONE,
            LocalValues.ADA_PASSWORD);
  }

  private static String mails(URI ses) {
    return """
    The mail is where that stack keeps it, for example

      curl -s %1$s/_aws/ses                 # LocalStack
      curl -s %1$s/moto-api/data.json       # moto
    """
        .formatted(ses);
  }
}
