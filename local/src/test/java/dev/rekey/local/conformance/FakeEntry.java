package dev.rekey.local.conformance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What the fake keeps of an address. */
final class FakeEntry {
  final Channel channel;
  final String address;
  String passcode = "";
  Instant until = Instant.MIN;
  Instant lastSend = Instant.MIN;
  LocalDate day = LocalDate.MIN;
  String asker = "";
  int total;
  int sends;
  int allMisses;
  boolean shut;
  LocalDate shutOn = LocalDate.MAX;
  final Map<String, Integer> tries = new HashMap<>();
  final Map<String, Integer> misses = new HashMap<>();
  final Map<String, Integer> sendsBy = new HashMap<>();

  FakeEntry(Channel channel, String address) {
    this.channel = channel;
    this.address = address;
  }
}
