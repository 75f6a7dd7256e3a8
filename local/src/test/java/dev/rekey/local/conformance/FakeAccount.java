package dev.rekey.local.conformance;

import java.time.Instant;

/** An account of the fake, and of whom it is. */
final class FakeAccount {
  final Person person;
  final Standing standing;
  String password;
  String former = "";
  Instant changed;
  int epoch;
  boolean locked;
  boolean secondFactor;
  int writes;

  FakeAccount(Person person, Standing standing, Instant now) {
    this.person = person;
    this.standing = standing;
    password = person.password();
    changed = now;
    secondFactor = standing == Standing.SECOND_FACTOR;
  }

  boolean has(Channel channel, String address) {
    boolean there =
        channel == Channel.MAIL ? standing != Standing.TEXT_ONLY : standing != Standing.MAIL_ONLY;
    return there && person.address(channel).equals(address);
  }
}
