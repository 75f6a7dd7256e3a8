package dev.rekey.simulation;

import static dev.rekey.simulation.Violation.unless;

import dev.rekey.account.AccountId;
import dev.rekey.address.Address;
import dev.rekey.address.Channel;
import dev.rekey.audit.AuditLine;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Invariant 9: what was promised is in the stream, and what is there is delivered or dropped. */
final class StreamInvariants {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

  /** The cap of the country of all numbers here. */
  static final int TEXTS_A_DAY = 6;

  /** Nearly as long as a stream keeps its records. */
  private static final Duration NOTICE_LIFE = Duration.ofHours(23);

  private record Told(OutboxEntry entry, Channel by) {}

  private final List<OutboxEntry> stream = new ArrayList<>();
  private final Set<String> references = new HashSet<>();
  private final Set<Told> told = new HashSet<>();
  private final Map<LocalDate, Integer> texts = new HashMap<>();
  private final Function<Nonce, String> digits;

  StreamInvariants(Function<Nonce, String> digits) {
    this.digits = digits;
  }

  List<OutboxEntry> stream() {
    return stream;
  }

  /** What one write brought; it must be this many entries, of this kind. */
  void wrote(List<OutboxEntry> brought, int expected, Class<? extends OutboxEntry> kind) {
    unless(
        brought.size() == expected && brought.stream().allMatch(kind::isInstance),
        (kind == NoticeDue.class ? "4" : "9")
            + ": a write promised something else than "
            + expected
            + " "
            + kind.getSimpleName());
    stream.addAll(brought);
    brought.forEach(entry -> entry.reference().ifPresent(references::add));
  }

  /** The notice of a reset tells the owner of that account. */
  void noticed(OutboxEntry entry, AccountId account) {
    unless(
        entry instanceof NoticeDue notice && notice.account().equals(account),
        "4: the notice of a reset is another account's");
  }

  void asked(String requestId) {
    unless(references.contains(requestId), "9: a request was answered 200 and nothing promised");
  }

  /** A message went out. */
  void message(Flight call, Address to, String text) {
    unless(call.confirmed, "9: a message to somebody without a confirmed account");
    unless(
        !(call.entry instanceof PasscodeDue due) || call.began.isBefore(due.passcode().expiresAt()),
        "9: a message with a passcode that had expired");
    boolean holdsItsOwn =
        switch (call.entry) {
          case PasscodeDue due ->
              to.equals(due.address()) && text.contains(digits.apply(due.passcode().nonce()));
          case ShutDue due -> to.equals(due.address()) && !DIGITS.matcher(text).find();
          case NoticeDue _ -> !DIGITS.matcher(text).find();
          case null -> false;
        };
    unless(holdsItsOwn, "9: a message with another passcode, or to another address, than asked");
    call.messages.add(text);
    if (call.entry instanceof PasscodeDue && to.channel() == Channel.SMS) {
      var day = LocalDate.ofInstant(call.began, ZoneOffset.UTC);
      unless(
          texts.merge(day, 1, Integer::sum) <= TEXTS_A_DAY,
          "more passcodes by SMS in a day than the cap of the country allows");
    }
  }

  void settled(Flight call, Channel by, AuditLine line, Instant now) {
    var entry = call.entry;
    if (entry == null) {
      throw new Violation("9: something was delivered that is not in the stream");
    }
    boolean late = isLate(entry, now);
    boolean nobody = call.asked && !call.confirmed;
    switch (line.event()) {
      case PASSCODE_DELIVERED, NOTICE_DELIVERED ->
          unless(!call.messages.isEmpty(), "9: called delivered without a message");
      case EVENT_PUBLISHED -> unless(call.published, "9: called published without an event");
      case EVENT_DROPPED ->
          unless(late || nobody || call.eventRefused, "9: an event dropped without a reason");
      default -> {
        unless(line.fields().containsKey("reason"), "9: dropped without a reason");
        unless(late || nobody || call.refused, "9: dropped, and nothing stood against it");
      }
    }
    unless(
        late
            || by != Channel.SMS
            || entry instanceof PasscodeDue
            || (entry instanceof ShutDue && !call.confirmed)
            || call.published
            || call.eventRefused,
        "9: the team was not told, and nothing stood against it");
    unless(
        !(entry instanceof NoticeDue)
            || !call.eventRefused
            || line.fields().containsKey("eventRefused"),
        "9: the team was not told of a reset, and the audit does not say so");
    unless(isSilent(line, entry), "8: a passcode or an address is in a line of the audit");
    told.add(new Told(entry, by));
  }

  private static boolean isLate(OutboxEntry entry, Instant now) {
    return switch (entry) {
      case PasscodeDue due -> !now.isBefore(due.passcode().expiresAt());
      case NoticeDue due -> now.isAfter(due.resetAt().plus(NOTICE_LIFE));
      case ShutDue due -> now.isAfter(due.shutAt().plus(NOTICE_LIFE));
    };
  }

  private boolean isSilent(AuditLine line, OutboxEntry entry) {
    var text = line.toString() + entry;
    return switch (entry) {
      case PasscodeDue due ->
          !text.contains(due.address().normal())
              && !text.contains(digits.apply(due.passcode().nonce()));
      case ShutDue due -> !text.contains(due.address().normal());
      case NoticeDue _ -> true;
    };
  }

  /** When the stream has run dry. */
  void atTheEnd() {
    for (var entry : stream) {
      boolean all =
          switch (entry) {
            case PasscodeDue due -> told.contains(new Told(due, due.address().channel()));
            case ShutDue due ->
                told.contains(new Told(due, due.address().channel()))
                    && told.contains(new Told(due, Channel.SMS));
            case NoticeDue due ->
                told.contains(new Told(due, Channel.EMAIL))
                    && told.contains(new Told(due, Channel.SMS));
          };
      unless(all, "9: neither delivered nor dropped: a " + entry.getClass().getSimpleName());
    }
  }
}
