// java -cp <the SDK and what it needs> Reset.java ada@example.com 'the new password'
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.authing.sdk.java.client.AuthenticationClient;
import cn.authing.sdk.java.dto.*;
import cn.authing.sdk.java.model.AuthenticationClientOptions;
import cn.hutool.log.dialect.console.ConsoleLog;
import cn.hutool.log.level.Level;
import java.util.Objects;
import java.util.Scanner;

final class Reset {
  public static void main(String[] arguments) throws Exception {
    // The SDK logs every request and every answer; this is its log where no framework is there.
    ConsoleLog.setLevel(Level.WARN);
    var email = arguments[0];
    var password = arguments[1];
    var options = new AuthenticationClientOptions();
    options.setAppId("rekey-local-app");
    options.setAppSecret("rekey-local-secret"); // wanted here, but sent by none of these calls
    options.setAppHost(
        Objects.requireNonNullElse(System.getenv("REKEY_URL"), "http://localhost:8080"));
    var client = new AuthenticationClient(options);

    var mail = new SendEmailDto();
    mail.setEmail(email);
    mail.setChannel(SendEmailDto.Channel.CHANNEL_RESET_PASSWORD);
    var sent = client.sendEmail(mail);
    check(sent.getStatusCode(), sent.getMessage());

    System.out.println("The passcode of the mail:");
    var proof = new ResetPasswordByEmailPassCodeDto();
    proof.setEmail(email);
    proof.setPassCode(new Scanner(System.in, UTF_8).nextLine());
    var request = new VerifyResetPasswordRequestDto();
    request.setVerifyMethod(VerifyResetPasswordRequestDto.VerifyMethod.EMAIL_PASSCODE);
    request.setEmailPassCodePayload(proof);
    var verified = client.verifyResetPasswordRequest(request);
    check(verified.getStatusCode(), verified.getMessage());

    var reset = Encrypt.rsa(client.getSystemInfo(), password);
    reset.setPasswordResetToken(verified.getData().getPasswordResetToken());
    var changed = client.resetPassword(reset);
    check(changed.getStatusCode(), changed.getMessage());
    System.out.println("The password is changed.");
  }

  private static void check(int statusCode, String message) {
    if (statusCode != 200) {
      throw new IllegalStateException(statusCode + ": " + message);
    }
  }
}
