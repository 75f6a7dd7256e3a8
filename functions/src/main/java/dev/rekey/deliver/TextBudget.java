package dev.rekey.deliver;

import dev.rekey.address.PhoneNumber;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Caps.Share;
import dev.rekey.settings.Settings.Texting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What passcodes by SMS may cost in one UTC day. Toll fraud asks for texts to numbers that earn
 * with them, a range of an operator at a time, and hardly ever uses a passcode: so there is a cap
 * for a block of numbers, one for a country, one for the passcodes of a country that nobody used,
 * and one for the money (docs/abuse.md). They are counted here and not where passcodes are asked
 * for, so that numbers of strangers cannot use them up (design, Sends). Thread-safe.
 */
final class TextBudget {
  private static final Duration KEPT = Duration.ofDays(2);

  /** Ten thousand neighbours: what operators are given, and sell. */
  private static final int DIGITS_OF_A_BLOCK = 4;

  private final Caps caps;
  private final Texting texting;

  TextBudget(Caps caps, Texting texting) {
    this.caps = caps;
    this.texting = texting;
  }

  /**
   * Takes one text from every cap, or from none.
   *
   * @return why not, for the audit: the first cap that does not leave it
   */
  Optional<String> take(PhoneNumber to, Instant now) {
    var shares = shares(to, now);
    return caps.take(List.copyOf(shares.sequencedKeySet()), now.plus(KEPT)).map(shares::get);
  }

  /** Gives back what was taken for a text that was not sent. */
  void giveBack(PhoneNumber to, Instant takenAt) {
    caps.giveBack(List.copyOf(shares(to, takenAt).sequencedKeySet()));
  }

  /** Where it is not known whether a text left, nobody can be blamed for not using it. */
  void mayHaveLeft(PhoneNumber to, Instant takenAt) {
    caps.lower(unused(to, day(takenAt)), 1);
  }

  /**
   * A passcode that led to a reset makes room for some that did not, once there are as many: no
   * room is saved up, and a cap that is used up has room again.
   */
  void used(PhoneNumber by, Instant now) {
    int room = Math.min(texting.sendsPerUse(), texting.unusedPerCountry());
    caps.lower(unused(by, day(now)), room);
  }

  /** What one text takes, and what the audit says where that is not left. */
  private SequencedMap<Share, String> shares(PhoneNumber to, Instant now) {
    var day = day(now);
    String country = to.country();
    String block = to.normal().substring(0, to.normal().length() - DIGITS_OF_A_BLOCK);
    var shares = new LinkedHashMap<Share, String>();
    shares.put(
        new Share("sms#" + block + "#" + day, 1, texting.dailyPerBlock()), "CAP_OF_THE_BLOCK");
    shares.put(
        new Share("sms#" + country + "#" + day, 1, texting.dailyPerCountry()),
        "CAP_OF_THE_COUNTRY");
    shares.put(new Share(unused(to, day), 1, texting.unusedPerCountry()), "TOO_FEW_ARE_USED");
    shares.put(
        new Share("spend#" + day, texting.price(country), texting.dailySpend()),
        "CAP_OF_THE_SPEND");
    return shares;
  }

  private static String unused(PhoneNumber number, LocalDate day) {
    return "unused#" + number.country() + "#" + day;
  }

  /** The day that the caps count. */
  static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
