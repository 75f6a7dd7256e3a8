package dev.rekey.simulation;

import dev.rekey.account.TokenDigest;
import dev.rekey.address.Channel;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call with what was seen of it from outside. */
final class Flight {
  /** What the call is, for people and for the invariants. */
  enum Kind {
    SEND,
    PRE_CHECK,
    VERIFY,
    RESET,
    DELIVER,
    OPEN,
    ERASE,
    COMPROMISE
  }

  final Kind kind;
  final Instant began;

  /** Who calls. */
  Optional<Source> source = Optional.empty();

  /** The passcode that was typed, in an attempt. */
  String typed = "";

  /** The token that was sent, in a reset, and the password. */
  Optional<TokenDigest> sentToken = Optional.empty();

  String password = "";
  boolean fit;

  /** The record that is delivered. */
  @Nullable OutboxEntry entry;

  /** Over which channel. */
  Channel by = Channel.EMAIL;

  /** The passcode that an attempt was charged for. */
  @Nullable Nonce charged;

  /** Whether that passcode was looked at. */
  boolean looked;

  /** Whether a port call of it failed, and the service was told so. */
  boolean failed;

  /** Whether a confirmed account was asked for, and found. */
  boolean asked;

  boolean confirmed;

  /** Whether the provider refused a message for good, or the cap of its country was reached. */
  boolean refused;

  /** Whether the team was told of it. */
  boolean published;

  /** Whether its topic refused the last event for good. */
  boolean eventRefused;

  /** What its writes came to. */
  boolean proven;

  /** When the new password had been hashed: what is older than that dies with the reset. */
  Instant hashedAt = Instant.MIN;

  /** When it was known whose password is to be taken: what is older than that dies with it. */
  Instant foundAt = Instant.MIN;

  /** What is left of the address that it erased. */
  Optional<Erasure> erasure = Optional.empty();

  /** Whether an answer was lost, and another call may have come before its repetition. */
  boolean repeated;

  boolean exchanged;
  boolean opened;
  boolean compromised;
  boolean refusalCounted;
  boolean finished;
  final List<String> messages = new ArrayList<>();

  private @Nullable Actor actor;

  Flight(Kind kind, Instant began) {
    this.kind = kind;
    this.began = began;
  }

  void board(Actor by) {
    actor = by;
  }

  Actor actor() {
    if (actor == null) {
      throw new IllegalStateException("nobody flies");
    }
    return actor;
  }

  boolean isAttempt() {
    return kind == Kind.PRE_CHECK || kind == Kind.VERIFY;
  }
}
