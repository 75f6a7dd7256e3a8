package dev.rekey.password;

import dev.rekey.password.PolicyVerdict.Accepted;
import dev.rekey.password.PolicyVerdict.Common;
import dev.rekey.password.PolicyVerdict.Context;
import dev.rekey.password.PolicyVerdict.TooLong;
import dev.rekey.password.PolicyVerdict.TooShort;
import java.util.Collection;

/**
 * Which passwords may be chosen: by length in code points (R24, R25), a list of the most used ones
 * and the words of the context (R28). There are no composition rules (R27). Immutable, thread-safe.
 *
 * @param minLength code points, at least 8 (R24)
 * @param maxLength code points, 64 to 1024 (R25; the ceiling bounds the work of a call)
 * @param blocked the most used passwords
 */
public record PasswordPolicy(int minLength, int maxLength, BlockList blocked) {
  /** The least length that may be set, in code points; also the default. */
  public static final int MIN_LENGTH = 8;

  /** The greatest length that may be set, in code points; also the default. */
  public static final int MAX_LENGTH = 1024;

  private static final int LEAST_MAX = 64;

  /** Refuses limits that R24 and R25 forbid. */
  public PasswordPolicy {
    if (maxLength < LEAST_MAX || maxLength > MAX_LENGTH) {
      throw new IllegalArgumentException("maxLength must be " + LEAST_MAX + " to " + MAX_LENGTH);
    }
    if (minLength < MIN_LENGTH || minLength > LEAST_MAX) {
      throw new IllegalArgumentException("minLength must be " + MIN_LENGTH + " to " + LEAST_MAX);
    }
  }

  /**
   * Judges a password; the first reason that applies is the answer. All are looked at in any case,
   * so that the time of a refusal does not tell its reason; only one that is too long is not, since
   * that bounds the work.
   */
  public PolicyVerdict judge(PasswordText password, Collection<ContextWord> words) {
    if (password.length() > maxLength) {
      return new TooLong(maxLength);
    }
    var common = blocked.contains(password);
    var same = words.stream().filter(word -> word.isWholeOf(password)).toList();
    if (password.length() < minLength) {
      return new TooShort(minLength);
    }
    if (common) {
      return new Common();
    }
    return same.isEmpty() ? new Accepted() : new Context(same.getFirst().kind());
  }
}
