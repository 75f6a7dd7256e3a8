import cn.authing.sdk.java.client.AuthenticationClient;
import cn.authing.sdk.java.dto.PasswordResetVerifyResp;
import cn.authing.sdk.java.dto.PreCheckCodeDto;
import cn.authing.sdk.java.dto.PreCheckEmailCodeDto;
import cn.authing.sdk.java.dto.PreCheckSmsCodeDto;
import cn.authing.sdk.java.dto.ResetPasswordByEmailPassCodeDto;
import cn.authing.sdk.java.dto.ResetPasswordByPhonePassCodeDto;
import cn.authing.sdk.java.dto.SendEmailDto;
import cn.authing.sdk.java.dto.SendSMSDto;
import cn.authing.sdk.java.dto.VerifyResetPasswordRequestDto;
import cn.authing.sdk.java.dto.VerifyResetPasswordRequestDto.VerifyMethod;
import java.time.Duration;

/** The way on which a passcode goes out and comes back. */
enum Path {
  EMAIL(Duration.ofSeconds(301), 2080) {
    @Override
    String to(Account who) {
      return who.email();
    }

    @Override
    Seen send(AuthenticationClient client, Account who) {
      var request = new SendEmailDto();
      request.setEmail(who.email());
      request.setChannel(SendEmailDto.Channel.CHANNEL_RESET_PASSWORD);
      return Seen.of(client.sendEmail(request));
    }

    @Override
    VerifyResetPasswordRequestDto proof(Account who, String code) {
      var payload = new ResetPasswordByEmailPassCodeDto();
      payload.setEmail(who.email());
      payload.setPassCode(code);
      var request = new VerifyResetPasswordRequestDto();
      request.setVerifyMethod(VerifyMethod.EMAIL_PASSCODE);
      request.setEmailPassCodePayload(payload);
      return request;
    }

    @Override
    PreCheckCodeDto check(Account who, String code) {
      var payload = new PreCheckEmailCodeDto();
      payload.setEmail(who.email());
      payload.setPassCode(code);
      payload.setChannel(PreCheckEmailCodeDto.Channel.CHANNEL_RESET_PASSWORD);
      var request = new PreCheckCodeDto();
      request.setCodeType(PreCheckCodeDto.CodeType.EMAIL);
      request.setEmailCodePayload(payload);
      return request;
    }
  },

  SMS(Duration.ofSeconds(61), null) {
    @Override
    String to(Account who) {
      return who.phone();
    }

    @Override
    Seen send(AuthenticationClient client, Account who) {
      var request = new SendSMSDto();
      request.setPhoneNumber(who.national());
      request.setPhoneCountryCode("+44");
      request.setChannel(SendSMSDto.Channel.CHANNEL_RESET_PASSWORD);
      return Seen.of(client.sendSms(request));
    }

    @Override
    VerifyResetPasswordRequestDto proof(Account who, String code) {
      var payload = new ResetPasswordByPhonePassCodeDto();
      payload.setPhoneNumber(who.national());
      payload.setPhoneCountryCode("+44");
      payload.setPassCode(code);
      var request = new VerifyResetPasswordRequestDto();
      request.setVerifyMethod(VerifyMethod.PHONE_PASSCODE);
      request.setPhonePassCodePayload(payload);
      return request;
    }

    @Override
    PreCheckCodeDto check(Account who, String code) {
      var payload = new PreCheckSmsCodeDto();
      payload.setPhone(who.national()); // not setPhoneNumber as elsewhere
      payload.setPhoneCountryCode("+44");
      payload.setPassCode(code);
      payload.setChannel(PreCheckSmsCodeDto.Channel.CHANNEL_RESET_PASSWORD);
      var request = new PreCheckCodeDto();
      request.setCodeType(PreCheckCodeDto.CodeType.SMS);
      request.setSmsCodePayload(payload);
      return request;
    }
  };

  /** After which its passcode is too old. */
  final Duration life;

  /** The apiCode of a second send within a minute. */
  final Integer tooSoon;

  Path(Duration life, Integer tooSoon) {
    this.life = life;
    this.tooSoon = tooSoon;
  }

  abstract String to(Account who);

  abstract Seen send(AuthenticationClient client, Account who);

  abstract VerifyResetPasswordRequestDto proof(Account who, String code);

  abstract PreCheckCodeDto check(Account who, String code);

  PasswordResetVerifyResp verify(AuthenticationClient client, Account who, String code) {
    return client.verifyResetPasswordRequest(proof(who, code));
  }
}
