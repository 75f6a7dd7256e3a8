package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.password.ContextWord.Kind;
import dev.rekey.password.PolicyVerdict.Accepted;
import dev.rekey.password.PolicyVerdict.Common;
import dev.rekey.password.PolicyVerdict.Context;
import dev.rekey.password.PolicyVerdict.TooLong;
import dev.rekey.password.PolicyVerdict.TooShort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private static final BlockList BLOCKED = BlockList.bundled();
  private final List<ContextWord> words =
      Stream.of(
              ContextWord.ofAddress("Ada.Lovelace@example.com"),
              ContextWord.ofAddress("+447912345678"),
              List.of(
                  new ContextWord(Kind.USER_NAME, "adalove"),
                  new ContextWord(Kind.USER_NAME, ""),
                  new ContextWord(Kind.PRODUCT, "Rekey")))
          .flatMap(List::stream)
          .toList();

  private final PasswordPolicy policy = new PasswordPolicy(8, 1024, BLOCKED);

  private PolicyVerdict judge(String password) {
    return policy.judge(PasswordText.parse(password).orElseThrow(), words);
  }

  @Test
  void r24_countsCodePoints() {
    assertThat(judge("🔑🗝️".repeat(2) + "🔑")).isEqualTo(new TooShort(8));
    assertThat(judge("🔑".repeat(7))).isEqualTo(new TooShort(8));
    assertThat(judge("🔑".repeat(8))).isEqualTo(new Accepted());
    assertThat(judge("")).isEqualTo(new TooShort(8));
    assertThat(judge("12345")).isEqualTo(new TooShort(8));
  }

  @Test
  void r24_theLeastLengthIsASetting() {
    var fifteen = new PasswordPolicy(15, 1024, BLOCKED);
    assertThat(fifteen.judge(PasswordText.parse("f".repeat(14)).orElseThrow(), words))
        .isEqualTo(new TooShort(15));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 72, 73, 128, 1024})
  void r25_longPasswordsAreAccepted(int length) {
    assertThat(judge("字".repeat(length))).isEqualTo(new Accepted());
  }

  @Test
  void r25_overTheCeilingIsRefusedNotCut() {
    assertThat(judge("x".repeat(1025))).isEqualTo(new TooLong(1024));
  }

  @Test
  void r27_thereAreNoCompositionRules() {
    assertThat(judge("aaaaaaaaaaaaaaaaaaaaab")).isEqualTo(new Accepted());
    assertThat(judge("nur kleine buchstaben")).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "password", "PassWord", "ｐａｓｓｗｏｒｄ", "qwertyuiop", "trustno1"})
  void r28_theMostUsedAreRefusedInAnyCaseAndWidth(String password) {
    assertThat(judge(password)).isEqualTo(new Common());
  }

  @ParameterizedTest
  @CsvSource({
    "ada.lovelace@example.com, ADDRESS",
    "ADA.LOVELACE@EXAMPLE.COM, ADDRESS",
    "ada.lovelace, ADDRESS",
    "ａｄａ.lovelace, ADDRESS",
    "Ada.Lovelace2026!, ADDRESS",
    "+447912345678, ADDRESS",
    "447912345678, ADDRESS",
    "7912345678, ADDRESS",
    "07912345678, ADDRESS",
    "AdaLove1815, USER_NAME",
    "123adalove, USER_NAME",
    "rekey2026, PRODUCT",
    "ℝekey2026, PRODUCT",
    "!!!ReKey!!!, PRODUCT",
  })
  void r28_wordsOfTheContextAreRefusedWithTheReason(String password, Kind kind) {
    assertThat(judge(password)).isEqualTo(new Context(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rekey of the year", "my ada.lovelace", "!!!!2026!!!!", "99887766554433"})
  void r28_theWholePasswordIsComparedNeverAPart(String password) {
    assertThat(judge(password)).isEqualTo(new Accepted());
  }

  @Test
  void r28_aWordOfTwoLettersForbidsNothingButItself() {
    var words = List.of(new ContextWord(Kind.USER_NAME, "bo"));
    var password = PasswordText.parse("bo73920164").orElseThrow();
    assertThat(policy.judge(password, words)).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @CsvSource({"7, 1024", "65, 1024", "8, 63", "8, 1025"})
  void r24_r25_forbiddenLimitsCannotBeSet(int min, int max) {
    assertThatThrownBy(() -> new PasswordPolicy(min, max, BLOCKED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(min|max)Length must be .*");
  }

  @Test
  void r24_r25_theBoundsThemselvesCanBeSet() {
    assertThat(new PasswordPolicy(8, 64, BLOCKED).maxLength()).isEqualTo(64);
    assertThat(new PasswordPolicy(64, 1024, BLOCKED).minLength()).isEqualTo(64);
  }

  @Test
  void invariant8_aContextWordHidesItself() {
    assertThat(words.toString()).doesNotContainIgnoringCase("ada");
  }
}
