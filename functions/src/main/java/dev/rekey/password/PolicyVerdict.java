package dev.rekey.password;

/** What the policy says of a new password; the reason is told to the person (R28). */
public sealed interface PolicyVerdict {
  /** It may be used. */
  record Accepted() implements PolicyVerdict {}

  /** Too short (2029). */
  record TooShort(int minLength) implements PolicyVerdict {}

  /** Too long (2061). */
  record TooLong(int maxLength) implements PolicyVerdict {}

  /** Among the most used passwords (2061). */
  record Common() implements PolicyVerdict {}

  /** What everybody would try for this person or product (2061). */
  record Context(ContextWord.Kind kind) implements PolicyVerdict {}
}
