package dev.rekey.local.conformance;

import java.util.ArrayList;
import java.util.List;

/** What the fake sends, later: nobody who asks waits for it. For one thread. */
final class FakeOutbox {
  private final FakeDesk desk;
  private final List<Message> waiting = new ArrayList<>();
  private final List<Message> sent = new ArrayList<>();

  FakeOutbox(FakeDesk desk) {
    this.desk = desk;
  }

  void add(Channel channel, String address, String text) {
    waiting.add(new Message(channel, address, text));
  }

  /** All that has arrived by now. */
  List<Message> delivered() {
    waiting.stream()
        .filter(it ->
            desk.account(it.channel(), it.to())
                .filter(who -> reaches(who, it.channel()))
                .isPresent())
        .forEach(sent::add);
    waiting.clear();
    return sent;
  }

  boolean reaches(FakeAccount account, Channel channel) {
    return account.standing.isReachedBy(channel)
        || (account.standing == Standing.UNVERIFIED && desk.has(Flaw.SENDS_TO_UNCONFIRMED))
        || (account.standing == Standing.DISABLED && desk.has(Flaw.SENDS_TO_DISABLED));
  }
}
