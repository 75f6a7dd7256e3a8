package dev.rekey.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.authing.sdk.java.client.AuthenticationClient;
import cn.authing.sdk.java.dto.ResetPasswordByEmailPassCodeDto;
import cn.authing.sdk.java.dto.ResetPasswordDto;
import cn.authing.sdk.java.dto.SendEmailDto;
import cn.authing.sdk.java.dto.VerifyResetPasswordRequestDto;
import cn.authing.sdk.java.model.AuthenticationClientOptions;
import dev.rekey.local.LocalValues;
import dev.rekey.local.outside.Ciphertexts;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.ParseException;

/** A whole reset by {@code cn.authing:authing-java-sdk}, as published, seen through its getters. */
final class JavaSdk {
  private final AuthenticationClient client;

  /** Calls this host, spelt as its user would. */
  JavaSdk(String host) throws IOException, ParseException {
    var options = new AuthenticationClientOptions();
    options.setAppId(LocalValues.APP_ID);
    options.setAppSecret(LocalValues.APP_SECRET);
    options.setAppHost(host);
    client = new AuthenticationClient(options);
  }

  /** Resets the password of the scene's person to one that goes out encrypted. */
  void reset(Scene scene, String password) throws GeneralSecurityException {
    sendEmail(scene.email());
    var token = verify(scene.email(), scene.local().passcode(scene.email()));
    var system = client.getSystemInfo();
    assertThat(system.getRsa().getPublicKey()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    var keys = new Ciphertexts(system.getRsa().getPublicKey(), system.getSm2().getPublicKey());
    set(token, scene.named(keys.rsa(password), "<RSA>"));
  }

  private void sendEmail(String email) {
    var request = new SendEmailDto();
    request.setEmail(email);
    request.setChannel(SendEmailDto.Channel.CHANNEL_RESET_PASSWORD);
    var answer = client.sendEmail(request);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getMessage()).isEqualTo("操作成功");
    assertThat(answer.getApiCode()).isNull();
  }

  private String verify(String email, String passcode) {
    var payload = new ResetPasswordByEmailPassCodeDto();
    payload.setEmail(email);
    payload.setPassCode(passcode);
    var request = new VerifyResetPasswordRequestDto();
    request.setVerifyMethod(VerifyResetPasswordRequestDto.VerifyMethod.EMAIL_PASSCODE);
    request.setEmailPassCodePayload(payload);
    var answer = client.verifyResetPasswordRequest(request);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getData().getTokenExpiresIn()).isPositive();
    assertThat(answer.getData().getPasswordResetToken()).isNotBlank();
    return answer.getData().getPasswordResetToken();
  }

  private void set(String token, String ciphertext) {
    var request = new ResetPasswordDto();
    request.setPasswordResetToken(token);
    request.setPassword(ciphertext);
    request.setPasswordEncryptType(ResetPasswordDto.PasswordEncryptType.RSA);
    var answer = client.resetPassword(request);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getData().getSuccess()).isTrue();
  }
}
