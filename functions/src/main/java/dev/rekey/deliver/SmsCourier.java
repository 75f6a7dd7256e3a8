package dev.rekey.deliver;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.address.Address;
import dev.rekey.address.Channel;
import dev.rekey.address.PhoneNumber;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.Language;
import dev.rekey.message.Messages;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.SmsSender;
import dev.rekey.message.TeamEvent.RecoveryAbuse;
import dev.rekey.passcode.Passcode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Sends texts, to the countries that the settings allow, and to no number that earns money with
 * them (toll fraud). Passcodes count against the budget of the day. A text that the provider did
 * not take gives its count back; one that merely failed comes again and counts again, so that an
 * outage that answers does not use the day up. Where no answer came it may have been sent, and
 * paid: that one stays counted, but not as one that nobody used (ADR 7).
 */
final class SmsCourier implements Courier {
  private final Messages messages;
  private final SmsSender texts;
  private final Set<String> countries;
  private final TextBudget budget;
  private final Optional<EventPublisher> team;
  private final InstantSource clock;

  SmsCourier(
      Messages messages,
      SmsSender texts,
      Set<String> countries,
      TextBudget budget,
      Optional<EventPublisher> team,
      InstantSource clock) {
    this.messages = messages;
    this.texts = texts;
    this.countries = Set.copyOf(countries);
    this.budget = budget;
    this.team = team;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public SendOutcome passcode(Address to, Passcode passcode, Duration life, Language language) {
    var number = (PhoneNumber) to;
    var now = clock.instant();
    var refused = refusal(number);
    if (refused.isPresent()) {
      return new SendOutcome.Refused(refused.get());
    }
    var usedUp = budget.take(number, now);
    if (usedUp.isPresent()) {
      return heldBack(number, usedUp.get(), now);
    }
    var sent = texts.send(number, messages.passcodeSms(passcode.digits(), life, language));
    settle(sent, number, now);
    return sent;
  }

  /** A topic that does not answer for now makes the record come again, like any provider. */
  private SendOutcome heldBack(PhoneNumber to, String cap, Instant now) {
    var event = new RecoveryAbuse(cap, to.country(), TextBudget.day(now));
    return switch (team.map(it -> it.publish(event)).orElseGet(SendOutcome.Sent::new)) {
      case SendOutcome.Sent _, SendOutcome.Refused _ -> new SendOutcome.Refused(cap);
      case SendOutcome.Failing failing -> failing;
      case SendOutcome.Unclear unclear -> unclear;
    };
  }

  /** A count that is out of reach stays as it is, and changes nothing of what the provider said. */
  private void settle(SendOutcome sent, PhoneNumber number, Instant takenAt) {
    try {
      switch (sent) {
        case SendOutcome.Failing _, SendOutcome.Refused _ -> budget.giveBack(number, takenAt);
        case SendOutcome.Unclear _ -> budget.mayHaveLeft(number, takenAt);
        case SendOutcome.Sent _ -> {}
      }
    } catch (StoreUnavailable uncounted) {
      return;
    }
  }

  @Override
  public SendOutcome resetNotice(Address to, Instant resetAt, String reference, Language language) {
    return send(to, messages.resetNoticeSms(resetAt, reference, language));
  }

  @Override
  public void used(Address by) {
    budget.used((PhoneNumber) by, clock.instant());
  }

  @Override
  public SendOutcome shutNotice(Address to, Language language) {
    return send(to, messages.shutNoticeSms(language));
  }

  private SendOutcome send(Address to, String text) {
    var number = (PhoneNumber) to;
    return refusal(number)
        .<SendOutcome>map(SendOutcome.Refused::new)
        .orElseGet(() -> texts.send(number, text));
  }

  private Optional<String> refusal(PhoneNumber number) {
    if (!countries.contains(number.country())) {
      return Optional.of("COUNTRY_NOT_SERVED");
    }
    return number.takesTexts() ? Optional.empty() : Optional.of("KIND_NOT_SERVED");
  }
}
