package dev.rekey.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes what people receive, in their language: the passcode (R19), the notice of a reset (R39,
 * R40), and the notice that code recovery of an address was shut (design, invariant 2). Immutable
 * and safe for use by many threads.
 */
public final class Messages {

  private static final Pattern PASSCODE = Pattern.compile("[0-9]{6}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Templates templates = new Templates();
  private final String product;
  private final String contact;

  /**
   * Both values are made one line, since a subject is a header.
   *
   * @param productName what people know the service by; not blank, and without a run of six digits,
   *     which would pass for the passcode
   * @param supportContact how support is reached: an address, a number or a link
   */
  public Messages(String productName, Optional<String> supportContact) {
    product = oneLine(productName);
    contact = supportContact.map(Messages::oneLine).orElse("");
    if (product.isEmpty() || PASSCODE.matcher(product).find()) {
      throw new IllegalArgumentException("productName is blank or holds six digits in a row");
    }
  }

  /** The mail with the passcode, which is the only run of six digits in its text. */
  public Mail passcodeMail(String passcode, Duration life, Language language) {
    return mail("passcode-mail", passcodeValues(passcode, life), passcode, language);
  }

  /** The text message with the passcode; one part for product names up to 20 letters (R19). */
  public String passcodeSms(String passcode, Duration life, Language language) {
    return templates.text(language, "passcode-sms", passcodeValues(passcode, life));
  }

  /**
   * Tells that the password was reset, when, and what to do if it was not the owner (R40).
   *
   * @param reference by which an operator finds the reset; nothing that could pass for a passcode
   */
  public Mail resetNoticeMail(Instant at, String reference, Language language) {
    return mail("reset-notice-mail", noticeValues(at, reference), "", language);
  }

  /** The same in short. */
  public String resetNoticeSms(Instant at, String reference, Language language) {
    return templates.text(language, "reset-notice-sms", noticeValues(at, reference));
  }

  /** Tells that recovery by code was shut for the e-mail address that this goes to. */
  public Mail shutNoticeMail(Language language) {
    return mail("shut-notice-mail", shutValues(), "", language);
  }

  /** Tells that recovery by code was shut for the number that this goes to. */
  public String shutNoticeSms(Language language) {
    return templates.text(language, "shut-notice-sms", shutValues());
  }

  /**
   * The first line of a template is the subject. The HTML is made of the text: they say the same.
   */
  private Mail mail(
      String template, Map<String, Object> values, String passcode, Language language) {
    String written = templates.text(language, template, values);
    int endOfSubject = written.indexOf('\n');
    String subject = written.substring(0, endOfSubject);
    String text = written.substring(endOfSubject).strip();
    String html =
        templates.letter(
            Map.of(
                "lang",
                language.tag(),
                "subject",
                subject,
                "paragraphs",
                List.of(text.split("\n\n")),
                "passcode",
                passcode));
    return new Mail(subject, text + "\n", html + "\n");
  }

  private Map<String, Object> passcodeValues(String passcode, Duration life) {
    if (!PASSCODE.matcher(passcode).matches()) {
      throw new IllegalArgumentException("passcode is not six digits");
    }
    Validity validity = Validity.of(life);
    return Map.of(
        "product",
        product,
        "passcode",
        passcode,
        "amount",
        validity.amount(),
        "minutes",
        validity.minutes());
  }

  private Map<String, Object> noticeValues(Instant at, String reference) {
    return Map.of(
        "product", product, "at", TIME.format(at), "reference", reference, "contact", contact);
  }

  private Map<String, Object> shutValues() {
    return Map.of("product", product, "contact", contact);
  }

  private static String oneLine(String value) {
    return UNPRINTABLE.matcher(value).replaceAll(" ").strip();
  }
}
