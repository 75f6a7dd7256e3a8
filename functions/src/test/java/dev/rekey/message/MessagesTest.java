package dev.rekey.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final String PASSCODE = "042913";
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final String REFERENCE = "6d3c-4a54";
  private static final Instant AT = Instant.parse("2026-03-04T05:06:59.999Z");
  private static final String CONTACT = "help@example.com";
  private static final Messages MESSAGES = new Messages("Harbour", Optional.of(CONTACT));
  private static final Messages WITHOUT_CONTACT = new Messages("Harbour", Optional.empty());

  private static List<Mail> mails(Messages messages, Language language) {
    return List.of(
        messages.passcodeMail(PASSCODE, FIVE_MINUTES, language),
        messages.resetNoticeMail(AT, REFERENCE, language),
        messages.shutNoticeMail(language));
  }

  private static List<String> texts(Messages messages, Language language) {
    return List.of(
        messages.passcodeSms(PASSCODE, FIVE_MINUTES, language),
        messages.resetNoticeSms(AT, REFERENCE, language),
        messages.shutNoticeSms(language));
  }

  private static List<String> notices(Messages messages, Language language) {
    return List.of(
        messages.resetNoticeMail(AT, REFERENCE, language).text(),
        messages.resetNoticeSms(AT, REFERENCE, language),
        messages.shutNoticeMail(language).text(),
        messages.shutNoticeSms(language));
  }

  @ParameterizedTest
  @EnumSource
  void thePasscodeIsTheOnlyRunOfSixDigits(Language language) {
    assertThat(
            Stream.of(
                MESSAGES.passcodeMail(PASSCODE, FIVE_MINUTES, language).text(),
                MESSAGES.passcodeMail(PASSCODE, FIVE_MINUTES, language).html(),
                MESSAGES.passcodeSms(PASSCODE, FIVE_MINUTES, language)))
        .allSatisfy(text ->
            assertThat(Pattern.compile("\\d{6,}").matcher(text).results().map(MatchResult::group))
                .containsExactly(PASSCODE));
    assertThat(notices(MESSAGES, language))
        .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\d{6}"));
  }

  @ParameterizedTest
  @EnumSource
  void noSubjectOrTitleHoldsThePasscode(Language language) {
    Mail mail = MESSAGES.passcodeMail(PASSCODE, FIVE_MINUTES, language);
    assertThat(mail.subject()).doesNotContain(PASSCODE).contains("Harbour");
    assertThat(mail.html().split(PASSCODE, -1)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "EN_US, valid for 5 minutes, We never ask for it",
    "ZH_CN, 5 分钟内有效, 我们绝不会向您索要验证码",
    "ZH_TW, 5 分鐘內有效, 我們絕不會向您索取驗證碼",
    "JA_JP, 有効5分, 当社がコードをお尋ねすることはありません",
  })
  void r19_smsNamesTheProductTheLifeAndThatWeNeverAsk(
      Language language, String life, String never) {
    assertThat(MESSAGES.passcodeSms(PASSCODE, FIVE_MINUTES, language))
        .contains("Harbour", PASSCODE, life, never);
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, 1 minute and",
    "PT10M, 10 minutes and",
    "PT90S, 90 seconds and",
    "PT1S, 1 second and",
    "PT59.9S, 59 seconds and",
  })
  void validityIsSaidInMinutesWhereThatIsExact(Duration life, String said) {
    assertThat(MESSAGES.passcodeMail(PASSCODE, life, Language.EN_US).text()).contains(said);
  }

  @Test
  void r19_englishSmsIsOneGsm7Part() {
    Messages messages = new Messages("Abcdefghij Klmnopqrs", Optional.of(CONTACT));
    Duration longest = Duration.ofSeconds(599);
    assertThat(
            List.of(
                messages.passcodeSms(PASSCODE, longest, Language.EN_US),
                messages.resetNoticeSms(AT, REFERENCE, Language.EN_US),
                messages.shutNoticeSms(Language.EN_US)))
        .allSatisfy(text -> assertThat(Gsm7.septets(text)).as(text).isBetween(1, 160));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN_US")
  void r19_otherSmsIsOneUcs2Part(Language language) {
    Messages messages = new Messages("云".repeat(20), Optional.empty());
    assertThat(messages.passcodeSms(PASSCODE, Duration.ofSeconds(599), language))
        .satisfies(text -> assertThat(text.length()).as(text).isLessThanOrEqualTo(70));
  }

  @ParameterizedTest
  @EnumSource
  void r39_r40_noticeTellsTheTimeInUtcAndTheContact(Language language) {
    assertThat(MESSAGES.resetNoticeMail(AT, REFERENCE, language).text())
        .contains("Harbour", "2026-03-04 05:06 UTC", REFERENCE, CONTACT);
    assertThat(MESSAGES.resetNoticeSms(AT, REFERENCE, language))
        .contains("Harbour", "2026-03-04 05:06 UTC", REFERENCE, CONTACT);
    assertThat(WITHOUT_CONTACT.resetNoticeMail(AT, REFERENCE, language).text()).contains(REFERENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "EN_US, If this was not you, contact, Not you? Reset it again at once",
    "ZH_CN, 如果这不是您本人的操作, 客服, 如非本人操作，请立即通过“忘记密码”重设密码",
    "ZH_TW, 如果這不是您本人的操作, 客服, 若非本人操作，請立即透過「忘記密碼」重設密碼",
    "JA_JP, お心当たりのない場合は, サポート, お心当たりがなければ、すぐに再設定",
  })
  void r40_noticeTellsWhatToDoIfItWasNotYou(
      Language language, String ifNot, String support, String inText) {
    assertThat(MESSAGES.resetNoticeMail(AT, REFERENCE, language).text()).contains(ifNot);
    assertThat(WITHOUT_CONTACT.shutNoticeMail(language).text()).contains(support);
    assertThat(WITHOUT_CONTACT.resetNoticeSms(AT, REFERENCE, language)).contains(inText, support);
    assertThat(WITHOUT_CONTACT.shutNoticeSms(language)).contains(support);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAContactNothingIsLeftOpen(Language language) {
    assertThat(notices(WITHOUT_CONTACT, language))
        .allSatisfy(text -> assertThat(text.strip()).matches("(?s).*[.。]").doesNotContain("  "));
  }

  @ParameterizedTest
  @EnumSource
  void textAndHtmlSayTheSame(Language language) {
    assertThat(mails(MESSAGES, language))
        .allSatisfy(mail -> {
          String seen =
              mail.html()
                  .replaceAll("(?s)<head>.*</head>|<h1[^>]*>.*?</h1>", "")
                  .replaceAll("<[^>]+>", "")
                  .replaceAll("&#34;|&quot;", "\"")
                  .replaceAll("\\s+", "");
          assertThat(seen).isEqualTo(mail.text().replaceAll("\\s+", ""));
          assertThat(mail.html()).contains("<title>" + mail.subject() + "</title>");
        });
  }

  @ParameterizedTest
  @EnumSource
  void htmlLoadsNothingAndNamesItsLanguage(Language language) {
    assertThat(mails(MESSAGES, language))
        .allSatisfy(mail ->
            assertThat(mail.html())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"" + language.tag() + "\">")
                .doesNotContain("<img", "<script", "<link", "url(", "http:", "https:", "@{"));
  }

  @Test
  void everyLanguageHasItsOwnWords() {
    Set<String> seen = new HashSet<>();
    for (Language language : Language.values()) {
      Stream.concat(
              mails(MESSAGES, language).stream()
                  .flatMap(mail -> Stream.of(mail.subject(), mail.text())),
              texts(MESSAGES, language).stream())
          .forEach(text -> assertThat(seen.add(text)).as(text).isTrue());
    }
    assertThat(seen).hasSize(36).noneMatch(text -> text.contains("${") || text.contains("@if"));
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreEscapedInHtmlAndNowhereElse(Language language) {
    Messages messages = new Messages("A&B <b>'\"", Optional.of("<i>\"x\"</i>"));
    assertThat(mails(messages, language))
        .allSatisfy(mail -> {
          assertThat(mail.html()).doesNotContain("<b>", "<i>").contains("A&amp;B &lt;b&gt;");
          assertThat(mail.subject()).contains("A&B <b>'\"");
        });
    assertThat(messages.shutNoticeMail(language).text()).contains("<i>\"x\"</i>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n\n", "\r", "\u2028", "\u0085", "\0", "\u202e"})
  void noValueCanStartAHeaderOrAParagraph(String sign) {
    Messages messages =
        new Messages("Har" + sign + "Bcc: x@example.com", Optional.of("a" + sign + "b"));
    for (Language language : Language.values()) {
      assertThat(mails(messages, language))
          .allSatisfy(mail -> assertThat(mail.subject()).contains("Har Bcc: x@example.com"));
      assertThat(messages.shutNoticeSms(language)).contains("Har Bcc", "a b").doesNotContain("\n");
    }
  }

  @Test
  void refusesWhatWouldMislead() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Messages(" \n", Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Messages("Shop 123456", Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MESSAGES.passcodeSms("12345", FIVE_MINUTES, Language.EN_US))
        .withMessageNotContaining("12345");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MESSAGES.passcodeSms(PASSCODE, Duration.ZERO, Language.EN_US));
    assertThatIllegalArgumentException().isThrownBy(() -> new Mail("a\nb", "text", "html"));
  }

  @Test
  void r18_aMailInALogShowsNothing() {
    assertThat(MESSAGES.passcodeMail(PASSCODE, FIVE_MINUTES, Language.EN_US))
        .hasToString("Mail[***]");
  }

  /** Leaves every message in {@code target/messages}, for eyes. */
  @Test
  void allMessagesCanBeLookedAt() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "messages"));
    for (Language language : Language.values()) {
      int number = 0;
      for (Mail mail : mails(MESSAGES, language)) {
        number++;
        Files.writeString(folder.resolve(language.tag() + "-" + number + ".html"), mail.html());
      }
      Files.writeString(
          folder.resolve(language.tag() + ".txt"),
          String.join(
              "\n",
              MESSAGES.passcodeSms(PASSCODE, FIVE_MINUTES, language),
              MESSAGES.resetNoticeSms(AT, REFERENCE, language),
              MESSAGES.shutNoticeSms(language),
              MESSAGES.passcodeMail(PASSCODE, FIVE_MINUTES, language).text(),
              MESSAGES.resetNoticeMail(AT, REFERENCE, language).text(),
              MESSAGES.shutNoticeMail(language).text()));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(16).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }
  }
}
