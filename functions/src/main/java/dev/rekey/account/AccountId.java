package dev.rekey.account;

/** The id of an account; not empty. */
public record AccountId(String text) {
  public AccountId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text must not be blank");
    }
  }
}
