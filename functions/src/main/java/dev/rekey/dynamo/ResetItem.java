package dev.rekey.dynamo;

import dev.rekey.account.AccountId;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.IssuedPasscode;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of one address in the table of resets, as read. Which attribute holds what:
 *
 * <ul>
 *   <li>the address: {@code address} (sealed), {@code channel}, {@code lang}
 *   <li>the passcode: {@code nonce}, {@code codeKey}, {@code requestId}, {@code asker}, {@code
 *       askedAt}, {@code expiresAt}, {@code total}, {@code tries} by source
 *   <li>the sends: {@code sendDay} (days since the epoch), {@code sends}, {@code sendsBy} source
 *   <li>the misses: {@code misses} in a row, {@code missesBy} source and window, {@code keptUntil}
 *       (the {@code ttl} that they want)
 *   <li>the token: {@code tokenDigest}, {@code tokenAccount}, {@code tokenIssuedAt}, {@code
 *       tokenExpiresAt}, {@code tokenRefusals}
 *   <li>the rest: {@code outbox}, {@code operation} (the last one), {@code shut} (since), {@code
 *       ttl}, and of a notice {@code noticeAccount}, {@code noticeId}, {@code resetAt}
 * </ul>
 */
record ResetItem(Map<String, AttributeValue> attributes) {
  /** What a call without a source has in place of one: two such calls count as the same asker. */
  static final String NO_SOURCE = "-";

  static String pk(AddressHash address) {
    return "R#" + address.text();
  }

  static AddressHash address(String pk) {
    return new AddressHash(pk.substring("R#".length()));
  }

  static long day(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  /** The number of the window in which misses of that moment count. */
  static long missWindow(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), Limits.MISS_WINDOW.toSeconds());
  }

  /** The key of a source's misses in {@code missesBy}. */
  static String missesBy(String itemKey, long window) {
    return itemKey + "/" + window;
  }

  boolean exists() {
    return !attributes.isEmpty();
  }

  boolean shut() {
    return attributes.containsKey("shut");
  }

  boolean shutAt(Instant moment) {
    return Values.number(attributes, "shut").equals(Optional.of(moment.toEpochMilli()));
  }

  long misses() {
    return Values.number(attributes, "misses").orElse(0L);
  }

  long refusals() {
    return Values.number(attributes, "tokenRefusals").orElse(0L);
  }

  boolean holdsNonce(Nonce nonce) {
    return Values.text(attributes, "nonce").equals(Optional.of(nonce.text()));
  }

  boolean holdsOperation(String operation) {
    return Values.text(attributes, "operation").equals(Optional.of(operation));
  }

  boolean holdsToken(TokenDigest digest) {
    return Values.text(attributes, "tokenDigest")
        .map(TokenDigest::new)
        .filter(digest::matches)
        .isPresent();
  }

  /** Whether the last send is younger than this. */
  boolean askedAfter(Instant instant) {
    return Values.instant(attributes, "askedAt").filter(at -> at.isAfter(instant)).isPresent();
  }

  boolean sendsOf(long day) {
    return Values.number(attributes, "sendDay").equals(Optional.of(day));
  }

  /** Whether misses are kept, but not until this instant. */
  boolean keptLessThan(Instant instant) {
    return Values.number(attributes, "keptUntil")
        .filter(until -> until < instant.getEpochSecond())
        .isPresent();
  }

  Optional<IssuedPasscode> passcode() {
    return Values.text(attributes, "nonce")
        .flatMap(nonce ->
            Values.text(attributes, "codeKey")
                .flatMap(key ->
                    Values.instant(attributes, "expiresAt")
                        .map(at -> new IssuedPasscode(new Nonce(nonce), key, at))));
  }

  Optional<IssuedToken> token() {
    return Values.text(attributes, "tokenDigest")
        .map(digest ->
            new IssuedToken(
                new TokenDigest(digest),
                new AccountId(text("tokenAccount")),
                constant("channel", Channel.class),
                instant("tokenIssuedAt"),
                instant("tokenExpiresAt")));
  }

  /** What an operator may see, on that day. */
  AddressView view(long day) {
    return new AddressView(
        Values.instant(attributes, "shut"),
        misses(),
        sendsOf(day) ? Values.number(attributes, "sends").orElse(0L) : 0,
        instant("askedAt"),
        passcode().map(IssuedPasscode::expiresAt),
        token().map(IssuedToken::expiresAt));
  }

  String text(String name) {
    return Values.text(attributes, name).orElseThrow(() -> missing(name));
  }

  /** One of an enum's constants, in any case; where it is none, the fault does not tell it. */
  <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = text(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> it.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " of an item is not known"));
  }

  Instant instant(String name) {
    return Values.instant(attributes, name).orElseThrow(() -> missing(name));
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("an item of the table of resets lacks " + name);
  }

  /** An item names an account and holds a sealed address. */
  @Override
  public String toString() {
    return "ResetItem[hidden]";
  }
}
