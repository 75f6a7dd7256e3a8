package dev.rekey.deliver;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.ConfirmedAccount;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.address.Address;
import dev.rekey.address.PhoneNumber;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.deliver.DeliverOutcome.Again;
import dev.rekey.deliver.DeliverOutcome.NotOurs;
import dev.rekey.deliver.DeliverOutcome.Settled;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.TeamEvent;
import dev.rekey.message.TeamEvent.PasswordChanged;
import dev.rekey.message.TeamEvent.RecoveryShut;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.Passcodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Delivers what the outbox asks for, over one channel. Nothing is written but counts of texts, so a
 * record that comes again sends the same passcode again (R55). Only the confirmed address of an
 * active account gets anything. Thread-safe.
 */
final class Deliver {
  /**
   * A little less than the stream's own day: the end of a notice is told by us, not passed over by
   * the stream.
   */
  private static final Duration NOTICE_LIFE = Duration.ofHours(23);

  /** The address bounced, or its owner complained of a mail: no further one goes there. */
  private static final String SUPPRESSED = "SUPPRESSED";

  private final Courier courier;
  private final AccountDirectory accounts;
  private final Passcodes passcodes;
  private final Limits limits;
  private final Optional<EventPublisher> team;
  private final InstantSource clock;

  /**
   * @param team tells the team; one function alone has it, or the team is told twice
   */
  Deliver(
      Courier courier,
      AccountDirectory accounts,
      Passcodes passcodes,
      Limits limits,
      Optional<EventPublisher> team,
      InstantSource clock) {
    this.courier = courier;
    this.accounts = accounts;
    this.passcodes = passcodes;
    this.limits = limits;
    this.team = team;
    this.clock = clock;
  }

  /** Delivers one entry, or says that it must come again; never throws for what is out of reach. */
  DeliverOutcome deliver(OutboxEntry entry) {
    try {
      return switch (entry) {
        case PasscodeDue due when serves(due.address()) -> passcode(due);
        case NoticeDue due -> notice(due);
        case ShutDue due when serves(due.address()) || team.isPresent() -> shut(due);
        case PasscodeDue _, ShutDue _ -> new NotOurs();
      };
    } catch (StoreUnavailable | KeysUnavailable unavailable) {
      return new Again(failing(unavailable.getClass().getSimpleName(), entry));
    }
  }

  private boolean tooOld(Instant asked) {
    return clock.instant().isAfter(asked.plus(NOTICE_LIFE));
  }

  private boolean serves(Address address) {
    return address.channel() == courier.channel();
  }

  private DeliverOutcome passcode(PasscodeDue due) {
    if (due.passcode().expiredAt(clock.instant())) {
      return dropped(AuditEvent.PASSCODE_DROPPED, "EXPIRED_UNDELIVERED", due);
    }
    var account = accounts.confirmed(due.address(), due.hash());
    if (account.isEmpty()) {
      return dropped(AuditEvent.PASSCODE_DROPPED, "NO_CONFIRMED_ACCOUNT", due);
    }
    if (account.get().suppressed()) {
      return dropped(AuditEvent.PASSCODE_DROPPED, SUPPRESSED, due);
    }
    var digits = passcodes.digits(due.passcode(), due.address());
    if (digits.isEmpty()) {
      return new Again(failing("KEY_UNKNOWN", due)); // until it expires
    }
    var language = account.get().language().orElse(due.language());
    var life = limits.passcodeLife(courier.channel());
    var country = country(due.address());
    return settled(
        courier.passcode(due.address(), digits.get(), life, language),
        line(AuditEvent.PASSCODE_DELIVERED, due).with("country", country),
        line(AuditEvent.PASSCODE_DROPPED, due).with("country", country));
  }

  /** The team is told before the owner: receivers can tell repetitions, people are annoyed. */
  private DeliverOutcome notice(NoticeDue due) {
    if (tooOld(due.resetAt())) {
      return dropped(AuditEvent.NOTICE_DROPPED, "EXPIRED_UNDELIVERED", due);
    }
    var event = new PasswordChanged(due.noticeId(), due.account().text(), due.resetAt());
    var outcome = afterTheTeam(event, due, refused -> noticeOfOwner(due, refused));
    return outcome instanceof Settled(var line)
        ? new Settled(due.provenBy().filter(this::serves).map(by -> used(by, line)).orElse(line))
        : outcome;
  }

  /** The owner was told: a count that is out of reach is no reason to tell them again. */
  private AuditLine used(Address by, AuditLine line) {
    try {
      courier.used(by);
    } catch (StoreUnavailable uncounted) {
      return line; // it stays among the passcodes that nobody used
    }
    return line.with("provenIn", country(by));
  }

  /**
   * How many passcodes of a country lead to a reset tells whether somebody earns with them (R56).
   */
  private static Optional<String> country(Address address) {
    return address instanceof PhoneNumber number ? Optional.of(number.country()) : Optional.empty();
  }

  /**
   * Tells the team, and then does the rest.
   *
   * @param rest is given why the team can never be told, if so
   */
  private DeliverOutcome afterTheTeam(
      TeamEvent event, OutboxEntry entry, Function<Optional<String>, DeliverOutcome> rest) {
    return switch (team.map(it -> it.publish(event)).orElseGet(SendOutcome.Sent::new)) {
      case SendOutcome.Sent() -> rest.apply(Optional.empty());
      case SendOutcome.Refused(String reason) -> rest.apply(Optional.of(reason));
      case SendOutcome.Failing(String reason) -> eventAgain(reason, entry);
      case SendOutcome.Unclear(String reason) -> eventAgain(reason, entry);
    };
  }

  private DeliverOutcome eventAgain(String reason, OutboxEntry entry) {
    return new Again(failing(reason, entry).with("what", "event"));
  }

  private DeliverOutcome noticeOfOwner(NoticeDue due, Optional<String> refused) {
    var delivered = line(AuditEvent.NOTICE_DELIVERED, due).with("eventRefused", refused);
    var dropped = line(AuditEvent.NOTICE_DROPPED, due).with("eventRefused", refused);
    return accounts
        .recipient(due.account(), courier.channel())
        .<DeliverOutcome>map(to ->
            to.suppressed()
                ? new Settled(dropped.because(SUPPRESSED))
                : settled(
                    courier.resetNotice(
                        to.address(),
                        due.resetAt(),
                        due.shortId(),
                        to.language().orElse(due.language())),
                    delivered,
                    dropped))
        .orElseGet(() -> new Settled(dropped.because("NO_CONFIRMED_ADDRESS")));
  }

  /** The function that tells the team does so for the addresses of both channels. */
  private DeliverOutcome shut(ShutDue due) {
    var undelivered = serves(due.address()) ? AuditEvent.NOTICE_DROPPED : AuditEvent.EVENT_DROPPED;
    if (tooOld(due.shutAt())) {
      return dropped(undelivered, "EXPIRED_UNDELIVERED", due);
    }
    return accounts
        .confirmed(due.address(), due.hash())
        .map(account -> {
          var event =
              new RecoveryShut(
                  account.id().text(), due.subject(), due.address().channel(), due.shutAt());
          return afterTheTeam(event, due, refused -> shutNotice(due, account, refused));
        })
        .orElseGet(() -> dropped(undelivered, "NO_CONFIRMED_ACCOUNT", due));
  }

  private DeliverOutcome shutNotice(
      ShutDue due, ConfirmedAccount account, Optional<String> refused) {
    if (!serves(due.address())) {
      return new Settled(
          refused
              .map(reason -> line(AuditEvent.EVENT_DROPPED, due).because(reason))
              .orElseGet(() -> line(AuditEvent.EVENT_PUBLISHED, due)));
    }
    var dropped = line(AuditEvent.NOTICE_DROPPED, due).with("eventRefused", refused);
    if (account.suppressed()) {
      return new Settled(dropped.because(SUPPRESSED));
    }
    return settled(
        courier.shutNotice(due.address(), account.language().orElse(due.language())),
        line(AuditEvent.NOTICE_DELIVERED, due).with("eventRefused", refused),
        dropped);
  }

  private DeliverOutcome settled(SendOutcome sent, AuditLine delivered, AuditLine dropped) {
    return switch (sent) {
      case SendOutcome.Sent() -> new Settled(delivered);
      case SendOutcome.Refused(String reason) -> new Settled(dropped.because(reason));
      case SendOutcome.Failing(String reason) -> again(delivered, reason);
      case SendOutcome.Unclear(String reason) -> again(delivered, reason);
    };
  }

  private static DeliverOutcome again(AuditLine delivered, String reason) {
    return new Again(
        new AuditLine(AuditEvent.DELIVERY_FAILING, delivered.fields()).because(reason));
  }

  private DeliverOutcome dropped(AuditEvent event, String reason, OutboxEntry entry) {
    return new Settled(line(event, entry).because(reason));
  }

  private AuditLine failing(String reason, OutboxEntry entry) {
    return line(AuditEvent.DELIVERY_FAILING, entry).because(reason);
  }

  private AuditLine line(AuditEvent event, OutboxEntry entry) {
    return AuditLine.of(event)
        .with("subject", entry.subject())
        .with("requestId", entry.reference())
        .with("channel", courier.channel().name());
  }
}
