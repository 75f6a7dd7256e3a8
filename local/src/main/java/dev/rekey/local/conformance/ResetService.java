package dev.rekey.local.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A password-reset service as the kit sees it. An adapter writes its requests and reads its
 * answers; what it cannot do stays as it is here, and the rules that need it are reported as not
 * asked. Thread-safe. All methods may throw {@link java.io.UncheckedIOException}.
 */
public interface ResetService {

  /** What the service says of its own limits. */
  Limits limits();

  /** How it words what it has to tell. */
  Wording wording();

  /** Somebody new; addresses must be of a form and a country that the service takes. */
  default Person person(long number) {
    return new Person(
        number,
        "c%d".formatted(number),
        "person%09d@example.com".formatted(number),
        "+86138%08d".formatted(number % 100_000_000),
        "person-%09d".formatted(number),
        "Old-Green-Bicycle-%d".formatted(number));
  }

  /**
   * Makes the account of a person; the language of its messages is that of {@link #wording}.
   *
   * @param standing anything but UNKNOWN
   */
  void create(Person person, Standing standing);

  /** The request for a passcode, for an address as it was typed. */
  Call ask(Channel channel, String address);

  /** The request that looks whether a passcode is right, without consuming it. */
  default Call check(Channel channel, String address, String passcode) {
    throw new NotAsked("the service has no look at a passcode that consumes nothing");
  }

  /** The request that gives a passcode for a reset token. */
  Call exchange(Channel channel, String address, String passcode);

  /** The request that sets a password. */
  Call reset(String token, String password);

  /**
   * Sends a request.
   *
   * @param source who calls, from 0 to {@link #sources} - 1: others have other network addresses
   */
  Answer send(Call call, int source);

  /** What an answer to a request means. */
  Outcome read(Call call, Answer answer);

  /** An answer as text, without what differs by itself, such as a date or the id of a request. */
  String comparable(Answer answer);

  /** What has arrived at an address, oldest first. */
  List<Message> messages(Channel channel, String address);

  /** The passcode in a message, if it holds one. */
  Optional<String> passcode(Message message);

  /** How long a message may take to arrive. */
  Duration patience();

  /** Whether the login takes this e-mail address and password. */
  boolean signsIn(String email, String password);

  /** How many callers with network addresses of their own there can be. */
  default int sources() {
    return 1;
  }

  /** Moves the service's clock forward, and gives its time. */
  default Instant advance(Duration by) {
    throw new NotAsked("the clock of the service cannot be moved");
  }

  /** Forgets how many calls each source made, so that the next rule can go on. */
  default void forgetCalls() {
    throw new NotAsked("the service cannot be made to forget calls");
  }

  /** All that is stored of an account but its resets, in any form that shows every change. */
  default String stored(Person person) {
    throw new NotAsked("nothing is seen of the stored account");
  }

  /** What sessions hang on: it is another one where all of them have ended. */
  default String sessions(Person person) {
    throw new NotAsked("nothing is seen of sessions");
  }

  /** Whether the account has a second factor. */
  default boolean hasSecondFactor(Person person) {
    throw new NotAsked("nothing is seen of the second factor");
  }

  /** The log lines that concern a person's e-mail address, oldest first. */
  default List<String> lines(Person person) {
    throw new NotAsked("log lines cannot be read");
  }

  /** Lets an operator open the recovery of an address that was shut. */
  default void open(Channel channel, String address) {
    throw new NotAsked("the kit is no operator of the service");
  }

  /** Lets an operator say that others know the password of an address's account. */
  default void compromise(Channel channel, String address) {
    throw new NotAsked("the kit is no operator of the service");
  }
}
