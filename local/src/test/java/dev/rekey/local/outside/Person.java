package dev.rekey.local.outside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody whom only one test knows, so that no test meets the limits of another.
 *
 * @param national the number without country code, of the default country
 */
public record Person(String id, String email, String national) {
  public static final String OLD_PASSWORD = "the one that was forgotten";

  private static final AtomicInteger NUMBER = new AtomicInteger(10_000);

  /** A stranger until an account is put. */
  public static Person stranger() {
    int number = NUMBER.incrementAndGet();
    return new Person("u" + number, "person" + number + "@example.com", "138000" + number);
  }

  /** The number as messages are sent to it. */
  public String phone() {
    return "+86" + national;
  }

  /** The account of somebody who may use both ways. */
  public Map<String, Object> account() {
    var account = new LinkedHashMap<String, Object>();
    account.put("email", email);
    account.put("emailVerified", true);
    account.put("phone", phone());
    account.put("phoneVerified", true);
    account.put("password", OLD_PASSWORD);
    return account;
  }
}
