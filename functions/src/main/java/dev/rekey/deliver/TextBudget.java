package dev.rekey.deliver;

import dev.rekey.address.PhoneNumber;
import dev.rekey.passcode.Cap;
import dev.rekey.settings.Settings.Texting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What passcodes by SMS may cost in one UTC day. Toll fraud asks for texts to numbers that earn
 * with them, a range of an operator at a time, and never uses a passcode: so there is a cap for a
 * block of numbers, one for a country, one for the passcodes of a country that nobody used, and one
 * for the money (docs/abuse.md). They are counted here and not where passcodes are asked for, so
 * that numbers of strangers cannot use them up (design, Sends). Thread-safe.
 */
final class TextBudget {
  private static final Duration KEPT = Duration.ofDays(2);

  /** Ten thousand neighbours: what operators are given, and sell. */
  private static final int DIGITS_OF_A_BLOCK = 4;

  private final Cap cap;
  private final Texting texting;

  TextBudget(Cap cap, Texting texting) {
    this.cap = cap;
    this.texting = texting;
  }

  private record Part(String reason, String name, int amount, int limit) {}

  /**
   * Takes one text from every cap, or from none.
   *
   * @return the cap that has nothing left, for the audit
   */
  Optional<String> take(PhoneNumber to, Instant now) {
    var taken = new ArrayList<Part>();
    for (var part : parts(to, now)) {
      if (!cap.take(part.name(), part.amount(), part.limit(), now.plus(KEPT))) {
        taken.forEach(this::giveBack);
        return Optional.of(part.reason());
      }
      taken.add(part);
    }
    return Optional.empty();
  }

  /** Gives back what was taken for a text that was not sent. */
  void giveBack(PhoneNumber to, Instant takenAt) {
    parts(to, takenAt).forEach(this::giveBack);
  }

  /** A passcode that led to a reset makes room for some that did not. */
  void used(PhoneNumber by, Instant now) {
    cap.giveBack(unused(by, day(now)), texting.sendsPerUse());
  }

  private void giveBack(Part part) {
    cap.giveBack(part.name(), part.amount());
  }

  private List<Part> parts(PhoneNumber to, Instant now) {
    String day = day(now);
    String country = to.country();
    String block = to.normal().substring(0, to.normal().length() - DIGITS_OF_A_BLOCK);
    return List.of(
        new Part("CAP_OF_THE_BLOCK", "sms#" + block + "#" + day, 1, texting.dailyPerBlock()),
        new Part("CAP_OF_THE_COUNTRY", "sms#" + country + "#" + day, 1, texting.dailyPerCountry()),
        new Part("TOO_FEW_ARE_USED", unused(to, day), 1, texting.unusedPerCountry()),
        new Part("CAP_OF_THE_SPEND", "spend#" + day, texting.price(country), texting.dailySpend()));
  }

  private static String unused(PhoneNumber number, String day) {
    return "unused#" + number.country() + "#" + day;
  }

  private static String day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
