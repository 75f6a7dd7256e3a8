package dev.rekey.local.conformance;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of a small reset service in memory; a flaw breaks one of them. For one thread. */
final class FakeDesk {
  /** What a token stands for. */
  private record Grant(FakeAccount account, Instant until) {}

  final List<FakeAccount> accounts = new ArrayList<>();
  final Map<String, List<String>> lines = new HashMap<>();
  final FakeOutbox outbox = new FakeOutbox(this);
  private final FakePasswords passwords = new FakePasswords(this::has);
  private final Map<String, FakeEntry> entries = new HashMap<>();
  private final Map<String, Grant> tokens = new HashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Object lock;
  private final Set<Flaw> flaws;
  Instant now = Instant.parse("2030-03-01T09:00:00Z");

  FakeDesk(Set<Flaw> flaws, Object lock) {
    this.flaws = flaws;
    this.lock = lock;
  }

  boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  String ask(Channel channel, String typed, String source, String host) {
    var entry = entry(channel, typed);
    var known = account(channel, entry.address).isPresent();
    if (has(Flaw.SLOW_FOR_KNOWN) && known) {
      pause(1);
    }
    log(entry, "asked");
    account(channel, entry.address)
        .ifPresent(it -> it.writes += has(Flaw.REQUESTS_WRITE_ACCOUNT) ? 1 : 0);
    boolean tooSoon = entry.lastSend.plus(FakeLimits.LIMITS.cooldown()).isAfter(now);
    var said =
        tooSoon && !has(Flaw.NO_COOLDOWN) ? tooSoon(entry) : send(entry, source, host, known);
    boolean tells = has(channel == Channel.MAIL ? Flaw.TELLS_BY_MAIL : Flaw.TELLS_BY_TEXT);
    return tells && !known ? "unknown" : said;
  }

  private String tooSoon(FakeEntry entry) {
    if (has(Flaw.REPEAT_TAKES_PASSCODE)) {
      entry.passcode = digits();
    }
    account(entry.channel, entry.address)
        .ifPresent(it -> it.locked |= has(Flaw.REQUESTS_LOCK_LOGIN));
    return "soon";
  }

  private String send(FakeEntry entry, String source, String host, boolean known) {
    if (!entry.day.equals(today())) {
      entry.day = today();
      entry.sends = 0;
      entry.sendsBy.clear();
    }
    boolean usedUp =
        (entry.sends >= FakeLimits.LIMITS.sendsPerDay() && !has(Flaw.NO_LIMIT_OF_SENDS))
            || (entry.sendsBy.getOrDefault(source, 0) >= FakeLimits.LIMITS.sendsPerSource()
                && !has(Flaw.NO_LIMIT_OF_A_SOURCE));
    if (has(Flaw.OPENS_BY_ITSELF) && entry.shutOn.isBefore(today())) {
      entry.shut = false;
      entry.allMisses = 0;
    }
    if (usedUp || entry.shut) {
      return usedUp && known && has(Flaw.TELLS_WHEN_USED_UP) ? "used-up" : "done";
    }
    entry.sends++;
    entry.sendsBy.merge(source, 1, Integer::sum);
    entry.lastSend = now;
    entry.passcode = digits();
    entry.until = now.plus(FakeLimits.LIMITS.passcodeLife(entry.channel));
    entry.asker = source;
    entry.tries.clear();
    entry.total = 0;
    if (has(Flaw.FRESH_BY_PASSCODE)) {
      entry.misses.clear();
    }
    var text = FakeTexts.passcode(entry, this::has, host);
    outbox.add(entry.channel, entry.address, text);
    if (has(Flaw.LOGS_PASSCODE)) {
      log(entry, "sent " + entry.passcode);
    }
    return "done";
  }

  private String digits() {
    var digits = new StringBuilder();
    for (int i = 0; i < (has(Flaw.FOUR_DIGITS) ? 4 : 6); i++) {
      digits.append(has(Flaw.EVEN_DIGITS) ? 2 * random.nextInt(5) : random.nextInt(10));
    }
    return digits.toString();
  }

  /** "done" where it is right, else why it is not taken. */
  String attempt(Channel channel, String typed, String passcode, String source, boolean look) {
    var entry = entry(channel, typed);
    if (!look || !has(Flaw.FREE_LOOKS)) {
      if (!charge(entry, source, look)) {
        return missed(entry, passcode);
      }
    }
    boolean right =
        entry.passcode.equals(passcode)
            || (has(Flaw.FITS_EVERYBODY)
                && entries.values().stream().anyMatch(it -> it.passcode.equals(passcode)));
    if (!right || entry.passcode.isEmpty()) {
      if (has(Flaw.TELLS_WHEN_EXPIRED)
          && !entry.until.isAfter(now)
          && account(channel, entry.address).isPresent()) {
        return "expired";
      }
      return missed(entry, passcode);
    }
    boolean endless =
        has(channel == Channel.MAIL ? Flaw.MAILED_NEVER_ENDS : Flaw.TEXTED_NEVER_ENDS);
    if (!entry.until.isAfter(now) && !endless) {
      return "expired";
    }
    entry.misses.clear();
    entry.allMisses = 0;
    return "done";
  }

  private String missed(FakeEntry entry, String typed) {
    if (!has(Flaw.NO_LINE_OF_MISSES)) {
      boolean raw = has(Flaw.LOGS_AS_TYPED) && typed.contains("\n");
      log(entry, raw ? "missed by " + typed : "missed");
    }
    if (entry.allMisses >= FakeLimits.LIMITS.missesInAll()
        && !entry.shut
        && !has(Flaw.FRESH_BY_SOURCE)) {
      entry.shut = true;
      entry.shutOn = today();
      if (!has(Flaw.SHUTS_QUIETLY)) {
        outbox.add(entry.channel, entry.address, FakeTexts.SHUT);
      }
    }
    return "wrong";
  }

  private boolean charge(FakeEntry entry, String source, boolean look) {
    int tries = entry.tries.getOrDefault(source, 0);
    if (look && has(Flaw.COUNTS_AFTER_LOOKING)) {
      pause(20);
    }
    boolean asker = entry.asker.equals(source) && !has(Flaw.STRANGERS_USE_UP);
    if (entry.passcode.isEmpty()
        || entry.shut
        || (tries >= FakeLimits.LIMITS.triesPerSource() && !has(Flaw.NO_LIMIT_OF_TRIES))
        || (!asker && entry.total >= FakeLimits.LIMITS.triesByStrangers())
        || entry.misses.getOrDefault(source, 0) >= FakeLimits.LIMITS.missesPerSource()) {
      return false;
    }
    entry.tries.put(source, tries + 1);
    entry.total++;
    entry.misses.merge(source, 1, Integer::sum);
    entry.allMisses++;
    return true;
  }

  /** A token, or nothing. */
  Optional<String> exchange(Channel channel, String typed) {
    var entry = entry(channel, typed);
    var passcode = entry.passcode;
    if (has(Flaw.PASSCODE_RACE)) {
      pause(20);
    }
    if (!has(Flaw.PASSCODE_TWICE)) {
      entry.passcode = "";
    }
    return account(channel, entry.address)
        .filter(it -> outbox.reaches(it, channel) && !passcode.isEmpty())
        .map(account -> {
          log(entry, "exchanged");
          var bytes = new byte[has(Flaw.SHORT_TOKEN) ? 4 : 32];
          random.nextBytes(bytes);
          var token = HexFormat.of().formatHex(bytes);
          tokens.put(token, new Grant(account, now.plus(FakeLimits.LIMITS.tokenLife())));
          return token;
        });
  }

  String reset(String token, String password) {
    var grant = grant(token).filter(it -> it.until.isAfter(now) || has(Flaw.TOKEN_NEVER_ENDS));
    if (grant.isEmpty()) {
      return "wrong";
    }
    var account = grant.get().account;
    var entry = entry(Channel.MAIL, account.person.email());
    if (!passwords.isFit(account, password)) {
      log(entry, "refused");
      if (has(Flaw.REFUSAL_BURNS_TOKEN)) {
        tokens.remove(token);
      }
      return has(Flaw.NO_REASON) ? "wrong" : "unfit";
    }
    if (has(Flaw.TOKEN_RACE)) {
      pause(20);
    }
    if (!has(Flaw.TOKEN_TWICE)) {
      tokens.remove(token);
    }
    finish(account, password);
    log(entry, "reset");
    return "done";
  }

  private Optional<Grant> grant(String token) {
    if (has(Flaw.HALF_COMPARED) && token.length() > 32) {
      return tokens.entrySet().stream()
          .filter(it -> it.getKey().startsWith(token.substring(0, 32)))
          .map(Map.Entry::getValue)
          .findFirst();
    }
    if (has(Flaw.SKIPS_EXCHANGE) && !token.isEmpty()) {
      return entries.values().stream()
          .filter(it -> it.passcode.equals(token))
          .flatMap(it -> account(it.channel, it.address).stream())
          .map(it -> new Grant(it, now.plusSeconds(1)))
          .findFirst()
          .or(() -> Optional.ofNullable(tokens.get(token)));
    }
    return Optional.ofNullable(tokens.get(token));
  }

  private void finish(FakeAccount account, String password) {
    if (has(Flaw.SETS_OTHERS)) {
      accounts.stream()
          .filter(it -> !entry(Channel.MAIL, it.person.email()).passcode.isEmpty())
          .forEach(it -> it.password = passwords.kept(password));
    }
    account.former = account.password;
    account.password = passwords.kept(password);
    account.changed = now;
    account.locked = false;
    account.epoch += has(Flaw.SESSIONS_GO_ON) ? 0 : 1;
    account.secondFactor &= !has(Flaw.DROPS_SECOND_FACTOR);
    if (has(Flaw.NO_NOTICE)) {
      return;
    }
    var text = FakeTexts.notice(this::has, password);
    for (var channel :
        has(Flaw.NOTICE_TO_ONE) ? List.of(Channel.MAIL) : List.of(Channel.values())) {
      outbox.add(channel, account.person.address(channel), text);
    }
  }

  boolean signsIn(String email, String password) {
    return account(Channel.MAIL, email)
        .filter(it -> !it.locked)
        .filter(
            it -> !has(Flaw.PASSWORDS_EXPIRE) || it.changed.plus(Duration.ofDays(90)).isAfter(now))
        .filter(it -> !has(Flaw.SHUT_LOCKS_LOGIN) || !entry(Channel.MAIL, email).shut)
        .filter(it ->
            it.password.equals(passwords.normal(password))
                || (has(Flaw.OLD_PASSWORD_STAYS) && it.former.equals(password)))
        .isPresent();
  }

  void open(String address) {
    var entry = entry(Channel.MAIL, address);
    if (!has(Flaw.NEVER_OPENS)) {
      entry.shut = false;
      entry.allMisses = 0;
      entry.misses.clear();
    }
  }

  void compromise(String address) {
    if (!has(Flaw.KNOWN_PASSWORD_STAYS)) {
      account(Channel.MAIL, address).ifPresent(it -> it.locked = true);
    }
  }

  Optional<FakeAccount> account(Channel channel, String address) {
    return accounts.stream().filter(it -> it.has(channel, address)).findFirst();
  }

  private FakeEntry entry(Channel channel, String typed) {
    var address = has(Flaw.CASE_SENSITIVE) ? typed : typed.toLowerCase(Locale.ROOT);
    return entries.computeIfAbsent(channel + address, _ -> new FakeEntry(channel, address));
  }

  private void log(FakeEntry entry, String what) {
    lines
        .computeIfAbsent(entry.address, _ -> new ArrayList<>())
        .add(has(Flaw.LOGS_ADDRESS) ? what + " " + entry.address : what);
  }

  private LocalDate today() {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Others go on meanwhile. */
  @SuppressWarnings("WaitNotInLoop")
  private void pause(int milliseconds) {
    try {
      lock.wait(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
