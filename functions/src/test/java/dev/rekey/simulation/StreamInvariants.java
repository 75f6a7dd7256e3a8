package dev.rekey.simulation;

import static dev.rekey.simulation.Violation.unless;

import dev.rekey.address.Address;
import dev.rekey.address.Channel;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
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

  void asked(String requestId) {
    unless(references.contains(requestId), "9: a request was answered 200 and nothing promised");
  }

  /** A message went out. */
  void message(Flight call, Address to, String text) {
    unless(call.confirmed, "9: a message to somebody without a confirmed account");
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

  void settled(Flight call, Channel by, AuditLine line) {
    if (call.entry == null) {
      throw new Violation("9: something was delivered that is not in the stream");
    }
    boolean delivered =
        line.event() == AuditEvent.PASSCODE_DELIVERED
            || line.event() == AuditEvent.NOTICE_DELIVERED;
    unless(
        delivered ? !call.messages.isEmpty() : line.fields().containsKey("reason"),
        "9: called delivered without a message, or dropped without a reason");
    told.add(new Told(call.entry, by));
  }

  /** When the stream has run dry. */
  void atTheEnd() {
    for (var entry : stream) {
      boolean all =
          switch (entry) {
            case PasscodeDue due -> told.contains(new Told(due, due.address().channel()));
            case ShutDue due -> told.contains(new Told(due, due.address().channel()));
            case NoticeDue due ->
                told.contains(new Told(due, Channel.EMAIL))
                    && told.contains(new Told(due, Channel.SMS));
          };
      unless(all, "9: neither delivered nor dropped: a " + entry.getClass().getSimpleName());
    }
  }
}
