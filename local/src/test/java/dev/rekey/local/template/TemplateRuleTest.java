package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of a template are asked as CloudFormation asks them. */
class TemplateRuleTest {
  private static Optional<String> complaint(String condition, String assertion) {
    var text =
        """
        Rules:
          One:
            RuleCondition: %s
            Assertions: [{ Assert: %s, AssertDescription: it does not hold }]
        """
            .formatted(condition, assertion);
    var rule = TemplateInputs.read("t", text).rules().getFirst();
    return rule.complaint(Map.of("One", "a", "Two", "b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Equals [!Ref One, a]",
        "!Not [!Equals [!Ref One, !Ref Two]]",
        "!And [!Equals [!Ref One, a], !Equals [!Ref Two, b]]",
        "!Or [!Equals [!Ref One, x], !Equals [!Ref Two, b]]",
      })
  void anAssertionThatHoldsIsNoComplaint(String assertion) {
    assertThat(complaint("!Equals [a, a]", assertion)).isEmpty();
    assertThat(complaint("!Equals [a, a]", "!Not [" + assertion + "]"))
        .contains("it does not hold");
  }

  @Test
  void aRuleWhoseConditionIsNotMetIsNotAsked() {
    assertThat(complaint("!Equals [!Ref One, x]", "!Equals [a, b]")).isEmpty();
  }

  @Test
  void aFunctionThatIsNotKnownIsNoAnswer() {
    assertThatThrownBy(() -> complaint("!Equals [a, a]", "!Contains [[a], !Ref One]"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Assert uses a function that is not known here");
    assertThatThrownBy(() -> complaint("!Equals [a, a]", "!Equals [a, !Ref Three]"))
        .hasMessageContaining("refers to Three, which has no value");
  }
}
