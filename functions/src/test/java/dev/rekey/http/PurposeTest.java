package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract sections 1.1 (the published channels) and 9 (row channels). */
class PurposeTest {
  static Stream<String> ofMail() {
    return Arrays.stream(
        """
        CHANNEL_LOGIN CHANNEL_REGISTER CHANNEL_VERIFY_EMAIL_LINK CHANNEL_UPDATE_EMAIL \
        CHANNEL_BIND_EMAIL CHANNEL_UNBIND_EMAIL CHANNEL_VERIFY_MFA CHANNEL_UNLOCK_ACCOUNT \
        CHANNEL_COMPLETE_EMAIL CHANNEL_DELETE_ACCOUNT\
        """
            .split(" ", -1));
  }

  static Stream<String> ofSms() {
    return Arrays.stream(
        """
        CHANNEL_LOGIN CHANNEL_REGISTER CHANNEL_BIND_PHONE CHANNEL_UNBIND_PHONE CHANNEL_BIND_MFA \
        CHANNEL_VERIFY_MFA CHANNEL_UNBIND_MFA CHANNEL_COMPLETE_PHONE \
        CHANNEL_IDENTITY_VERIFICATION CHANNEL_DELETE_ACCOUNT\
        """
            .split(" ", -1));
  }

  @Test
  void aResetIsServed() {
    assertThatCode(() -> Purpose.checkMail("CHANNEL_RESET_PASSWORD")).doesNotThrowAnyException();
    assertThatCode(() -> Purpose.checkSms("channel_reset_password")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("ofMail")
  void otherPurposesOfMailsAreKnownAndNotServed(String name) {
    assertThatThrownBy(() -> Purpose.checkMail(name)).hasMessage("CHANNEL_NOT_SERVED");
  }

  @ParameterizedTest
  @MethodSource("ofSms")
  void otherPurposesOfTextsAreKnownAndNotServed(String name) {
    assertThatThrownBy(() -> Purpose.checkSms(name)).hasMessage("CHANNEL_NOT_SERVED");
  }

  @Test
  void aPurposeOfTheOtherKindIsAMistake() {
    assertThatThrownBy(() -> Purpose.checkSms("CHANNEL_VERIFY_EMAIL_LINK")).hasMessage("BAD_VALUE");
    assertThatThrownBy(() -> Purpose.checkMail("CHANNEL_BIND_PHONE")).hasMessage("BAD_VALUE");
  }

  /** Letters that turn into those of ASCII in upper case. */
  @ParameterizedTest
  @ValueSource(strings = {"channel_re\u017fet_password", "channel_reset_pa\u00dfword"})
  void anyCaseIsThatOfAscii(String name) {
    assertThatThrownBy(() -> Purpose.checkMail(name)).hasMessage("BAD_VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHANNEL_NOPE", "RESET_PASSWORD", " CHANNEL_RESET_PASSWORD", "*"})
  void anUnpublishedPurposeIsAMistake(String name) {
    assertThatThrownBy(() -> Purpose.checkMail(name)).hasMessage("BAD_VALUE");
  }
}
