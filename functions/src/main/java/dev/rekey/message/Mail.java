package dev.rekey.message;

/**
 * A mail before it has a recipient. Text and HTML say the same.
 *
 * @param subject one line, no control character in it
 * @param text the body for readers without HTML
 * @param html a whole HTML document, without anything remote
 */
public record Mail(String subject, String text, String html) {

  /** Checks that the subject is one line, so that no value can ever start a header of its own. */
  public Mail {
    if (subject.isBlank() || subject.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("subject is not one line of text");
    }
  }

  /** Hides everything: all three may hold a passcode. */
  @Override
  public String toString() {
    return "Mail[***]";
  }
}
