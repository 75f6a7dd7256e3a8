package dev.rekey.local.conformance;

/**
 * Somebody whom the kit makes up.
 *
 * @param number of the person; never given twice
 * @param id of the account, where there is one
 * @param phone in E.164, with its plus
 * @param password before any reset
 */
public record Person(
    long number, String id, String email, String phone, String username, String password) {

  /** Where a channel reaches the person. */
  public String address(Channel channel) {
    return channel == Channel.MAIL ? email : phone;
  }
}
