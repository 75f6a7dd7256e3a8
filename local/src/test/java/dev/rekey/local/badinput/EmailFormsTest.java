package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two spellings are one address with one set of limits, or two addresses: never something between.
 */
@ExtendWith(SharedRunner.class)
class EmailFormsTest {
  private final Api api;
  private final LocalSide local;
  private final Person person = Person.stranger();

  EmailFormsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
  }

  @ParameterizedTest
  @CsvSource({
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.example, xn--bcher-kva.example",
    "straße.example, xn--strae-oqa.example",
    "例え.テスト, xn--r8jz45g.xn--zckzah",
    "中国。example, xn--fiqs8s.example",
    "mail.ｅｘａｍｐｌｅ.com, mail.example.com"
  })
  void aDomainIsOneAddressInBothForms(String unicode, String ascii) {
    var typed = person.id() + "@" + unicode;
    var normal = person.id() + "@" + ascii;
    hasAccount(typed);

    assertOk(api.sendEmail(typed));
    assertRefused(api.sendEmail(normal), 499, 2080);
    assertThat(local.await(normal, 1).getFirst().to()).isEqualTo(normal);
    assertToken(api.verifyEmail(normal, local.passcode(normal)));
  }

  @ParameterizedTest
  @CsvSource({
    "bücher.example, xn--bcher-kva.example",
    "xn--bcher-kva.example, bücher.example",
    "XN--BCHER-KVA.EXAMPLE, bücher.example"
  })
  void aCodeOfOneFormWorksForTheOther(String first, String second) {
    hasAccount(person.id() + "@xn--bcher-kva.example");

    assertOk(api.sendEmail(person.id() + "@" + first));
    var passcode = local.passcode(person.id() + "@xn--bcher-kva.example");
    assertToken(api.verifyEmail(person.id() + "@" + second, passcode));
  }

  @ParameterizedTest
  @CsvSource({"＠", "﹫"})
  void aWideAtSignIsAnAtSign(String at) {
    hasAccount(person.email());

    assertOk(api.sendEmail(person.email().replace("@", at)));
    assertRefused(api.sendEmail(person.email()), 499, 2080);
    assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));
  }

  /** Only the owner's mail server knows whether they are one. */
  @Test
  void aSubAddressIsAnAddressOfItsOwn() {
    var sub = person.email().replace("@", "+shop@");
    hasAccount(sub);

    assertOk(api.sendEmail(sub));
    assertOk(api.sendEmail(person.email()));
    var passcode = local.passcode(sub);
    assertThat(local.messages(person.email())).isEmpty();
    assertRefused(api.verifyEmail(person.email(), passcode), 499, 2001);
    assertToken(api.verifyEmail(sub, passcode));
  }

  @ParameterizedTest
  @CsvSource({
    "ada@-example.com",
    "ada@exam_ple.com",
    "ada@127.0.0.1",
    "ada@[127.0.0.1]",
    "ada@ex..com"
  })
  void refusesADomainThatIsNone(String email) {
    assertRefused(api.sendEmail(email), 400, 2204);
  }

  private void hasAccount(String email) {
    var account = person.account();
    account.put("email", email);
    local.put(person, account);
  }
}
