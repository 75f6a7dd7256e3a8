package dev.rekey.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.authing.sdk.java.client.AuthenticationClient;
import cn.authing.sdk.java.dto.ResetPasswordByEmailPassCodeDto;
import cn.authing.sdk.java.dto.ResetPasswordDto;
import cn.authing.sdk.java.dto.SendEmailDto;
import cn.authing.sdk.java.dto.VerifyResetPasswordRequestDto;
import cn.authing.sdk.java.model.AuthenticationClientOptions;
import dev.rekey.local.LocalValues;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Cipher;

/** Ada gets a new password by {@code cn.authing:authing-java-sdk:3.1.9}, as published. */
public final class Demo {
  private static final String NEW_PASSWORD = "a new and better one";

  private final LocalCalls local;
  private final AuthenticationClient client;
  private int step;

  private Demo(URI runner) throws IOException, ParseException {
    local = new LocalCalls(runner);
    var options = new AuthenticationClientOptions();
    options.setAppId(LocalValues.APP_ID);
    options.setAppSecret(LocalValues.APP_SECRET);
    options.setAppHost(runner.toString());
    client = new AuthenticationClient(options);
  }

  /**
   * Runs the demo; exit 0 means that the new password signs in and the old one does not.
   *
   * @param arguments the class path of the runner
   */
  public static void main(String[] arguments) {
    int status = 1;
    try (var runner = RunnerProcess.start(arguments[0], Map.of())) {
      System.out.println("A runner of the demo's own answers at " + runner.uri());
      new Demo(runner.uri()).run();
      System.out.println("It works: the password was reset by the unmodified official SDK.");
      status = 0;
    } catch (Exception e) { // whatever went wrong, the demo failed
      System.err.println("The demo failed: " + e);
    }
    System.exit(status);
  }

  private void run() throws Exception {
    expect(
        200,
        local.signIn(LocalValues.ADA_EMAIL, LocalValues.ADA_PASSWORD),
        "sign-in, old password");
    sendEmail();
    var code = local.awaitCode(LocalValues.ADA_EMAIL);
    print("the mail arrived", "code " + code);
    var token = verify(code);
    reset(token, publicKey());
    expect(200, local.signIn(LocalValues.ADA_EMAIL, NEW_PASSWORD), "sign-in, new password");
    expect(
        401,
        local.signIn(LocalValues.ADA_EMAIL, LocalValues.ADA_PASSWORD),
        "sign-in, old password");
  }

  private void sendEmail() {
    var request = new SendEmailDto();
    request.setEmail(LocalValues.ADA_EMAIL);
    request.setChannel(SendEmailDto.Channel.CHANNEL_RESET_PASSWORD);
    var answer = client.sendEmail(request);
    expect(200, answer.getStatusCode(), "sendEmail, " + answer.getMessage());
  }

  private String verify(String code) {
    var payload = new ResetPasswordByEmailPassCodeDto();
    payload.setEmail(LocalValues.ADA_EMAIL);
    payload.setPassCode(code);
    var request = new VerifyResetPasswordRequestDto();
    request.setVerifyMethod(VerifyResetPasswordRequestDto.VerifyMethod.EMAIL_PASSCODE);
    request.setEmailPassCodePayload(payload);
    var answer = client.verifyResetPasswordRequest(request);
    expect(200, answer.getStatusCode(), "verifyResetPasswordRequest, " + answer.getMessage());
    print("the reset token", "good for " + answer.getData().getTokenExpiresIn() + " s");
    return answer.getData().getPasswordResetToken();
  }

  private String publicKey() {
    var pem = client.getSystemInfo().getRsa().getPublicKey();
    print("getSystemInfo", "an RSA key of " + pem.length() + " characters of PEM");
    return pem;
  }

  private void reset(String token, String pem) throws GeneralSecurityException {
    var request = new ResetPasswordDto();
    request.setPasswordResetToken(token);
    request.setPassword(encrypted(pem));
    request.setPasswordEncryptType(ResetPasswordDto.PasswordEncryptType.RSA);
    var answer = client.resetPassword(request);
    expect(200, answer.getStatusCode(), "resetPassword by RSA, " + answer.getMessage());
    if (!Objects.equals(answer.getData().getSuccess(), true)) {
      throw new IllegalStateException("resetPassword did not say success");
    }
  }

  private static String encrypted(String pem) throws GeneralSecurityException {
    var base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding"); // contract section 4.2
    cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(spec));
    return Base64.getEncoder().encodeToString(cipher.doFinal(NEW_PASSWORD.getBytes(UTF_8)));
  }

  private void expect(int status, int found, String what) {
    print(what, String.valueOf(found));
    if (status != found) {
      throw new IllegalStateException(what + " gave " + found + " in place of " + status);
    }
  }

  private void print(String what, String result) {
    System.out.printf("%2d. %-48s %s%n", ++step, what, result);
  }
}
