package dev.rekey.local;

import java.net.URI;

/** What the runner prints: how to try it, and last that it is ready. */
final class Welcome {
  private Welcome() {}

  static String text(URI uri, String storage) {
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
}
