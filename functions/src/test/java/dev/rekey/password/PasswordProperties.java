package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Canary;
import dev.rekey.fuzz.Input;
import dev.rekey.password.ContextWord.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** A new password in clear, and the words of its owner and of the product (R24 to R28). */
public final class PasswordProperties {
  private static final PasswordPolicy POLICY =
      new PasswordPolicy(PasswordPolicy.MIN_LENGTH, PasswordPolicy.MAX_LENGTH, BlockList.bundled());

  private PasswordProperties() {}

  public static void check(Input input) {
    String typed = input.anyText();
    String word = input.text();
    var words = new ArrayList<>(ContextWord.ofAddress(word));
    words.add(new ContextWord(Kind.USER_NAME, word));
    Canary.assertNotIn(words.toString());
    PasswordText.parse(typed).ifPresent(password -> check(typed, password, words));
  }

  private static void check(String typed, PasswordText password, List<ContextWord> words) {
    assertThat(new String(password.utf8(), UTF_8))
        .as("normalised, and nothing is cut (R25, R26)")
        .isEqualTo(Normalizer.normalize(typed, Normalizer.Form.NFC));
    assertThat(PasswordText.fold(password.folded()))
        .as("a fixed point")
        .isEqualTo(password.folded());
    Canary.assertNotIn(password.toString());
    var verdict = POLICY.judge(password, words);
    int length = password.length();
    assertThat(verdict instanceof PolicyVerdict.TooShort).isEqualTo(length < POLICY.minLength());
    assertThat(verdict instanceof PolicyVerdict.TooLong).isEqualTo(length > POLICY.maxLength());
    boolean same = words.stream().anyMatch(word -> word.isWholeOf(password));
    if (verdict instanceof PolicyVerdict.Accepted) {
      assertThat(same || POLICY.blocked().contains(password)).isFalse();
    }
    if (verdict instanceof PolicyVerdict.Context) {
      assertThat(same).isTrue();
    }
    Canary.assertNotIn(verdict.toString());
  }
}
