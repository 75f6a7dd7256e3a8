package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.message.Language;
import dev.rekey.message.Mail;
import dev.rekey.message.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people receive, of a product and a contact with any name (R19, R40). */
final class MessageProperties {
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]");
  private static final String PASSCODE = "270927";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Instant RESET_AT = Instant.parse("2026-06-01T12:00:00Z");
  private static final Messages PLAIN = new Messages("Acme", Optional.of("help"));
  private static final int LONGEST_FRAME = 8_000; // of a mail without what the settings put in
  private static final int LONGEST_ESCAPE = "&quot;".length();
  private static final int MENTIONS = 8;

  private MessageProperties() {}

  static void check(Input input) {
    var language = input.one(List.of(Language.values()));
    String product = input.text();
    String contact = input.text();
    Messages messages;
    try {
      messages = new Messages(product, Optional.of(contact));
    } catch (IllegalArgumentException refused) { // as documented
      Canary.assertNotIn(String.valueOf(refused.getMessage()));
      return;
    }
    int longest = LONGEST_FRAME + MENTIONS * LONGEST_ESCAPE * (product.length() + contact.length());
    var mails = mails(messages, language);
    var plain = mails(PLAIN, language);
    for (int i = 0; i < mails.size(); i++) {
      check(mails.get(i), plain.get(i), longest);
    }
    texts(messages, language).forEach(text -> assertThat(text).doesNotContainPattern(FORBIDDEN));
    assertThat(digits(mails.getFirst().text())).containsExactly(PASSCODE);
    assertThat(digits(texts(messages, language).getFirst())).containsExactly(PASSCODE);
  }

  private static void check(Mail mail, Mail plain, int longest) {
    assertThat(mail.subject()).as("one line of a header").doesNotContainPattern(FORBIDDEN);
    assertThat(mail.subject()).isEqualTo(mail.subject().strip()).isNotEmpty();
    assertThat(mail.text().replace("\n", "")).doesNotContainPattern(FORBIDDEN);
    assertThat(mail.text().lines().count())
        .as("no line more than the template has")
        .isEqualTo(plain.text().lines().count());
    assertThat(tags(mail)).as("no tag but those of the layout").isEqualTo(tags(plain));
    assertThat(mail.html().length() + mail.text().length()).isLessThan(longest);
  }

  private static List<String> tags(Mail mail) {
    return TAG.matcher(mail.html()).results().map(MatchResult::group).toList();
  }

  private static Stream<String> digits(String text) {
    return SIX_DIGITS.matcher(text).results().map(MatchResult::group);
  }

  private static List<Mail> mails(Messages messages, Language language) {
    return List.of(
        messages.passcodeMail(PASSCODE, LIFE, language),
        messages.resetNoticeMail(RESET_AT, "6d3c-4a54", language),
        messages.shutNoticeMail(language));
  }

  private static List<String> texts(Messages messages, Language language) {
    return List.of(
        messages.passcodeSms(PASSCODE, LIFE, language),
        messages.resetNoticeSms(RESET_AT, "6d3c-4a54", language),
        messages.shutNoticeSms(language));
  }
}
