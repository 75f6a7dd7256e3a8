package dev.rekey.local.contract;

import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one vector plays in: a person of its own, and the service behind a tap. */
final class Scene implements AutoCloseable {
  static final String NEW_PASSWORD = "N3w-passw0rd";

  private final WireTap tap;
  private final Api api;
  private final LocalSide local;
  private final Person person;
  private final Map<String, String> names = new LinkedHashMap<>();
  private Optional<Exchange> deciding = Optional.empty();

  Scene(RunnerUnderTest runner) throws IOException {
    tap = new WireTap(runner.uri());
    api = new Api(tap.uri());
    local = runner.local();
    person = local.person();
    name(person.email(), "<email>");
    name(person.email().toUpperCase(Locale.ROOT), "<EMAIL>");
    name(person.national(), "<number>");
  }

  /** Where the service is; what is called here is recorded. */
  URI host() {
    return tap.uri();
  }

  Api api() {
    return api;
  }

  LocalSide local() {
    return local;
  }

  Person person() {
    return person;
  }

  String email() {
    return person.email();
  }

  /** Has a passcode mailed; gives it. */
  String mailed() {
    api.sendEmail(email());
    return named(local.passcode(email()), "<code>");
  }

  /** Has a passcode sent by SMS; gives it. */
  String texted() {
    api.sendSms(person.national());
    return named(local.passcode(person.phone()), "<code>");
  }

  String wrong(String passcode) {
    return named(Passcodes.wrong(passcode), "<wrong code>");
  }

  /** A reset token of the person. */
  String token() {
    return assertToken(api.verifyEmail(email(), mailed()));
  }

  /** Calls a value that changes from run to run by a name that does not. */
  void name(String value, String name) {
    names.put(value, name);
  }

  /** The same; gives the value. */
  String named(String value, String name) {
    name(value, name);
    return value;
  }

  Map<String, String> names() {
    return Map.copyOf(names);
  }

  void signsInByNewPassword() {
    signsInBy(NEW_PASSWORD);
  }

  /** By this one, and no longer by the old one. */
  void signsInBy(String password) {
    assertThat(local.signsIn(email(), password)).isTrue();
    assertThat(local.signsIn(email(), Person.OLD_PASSWORD)).isFalse();
  }

  void signsInByOldPassword() {
    assertThat(local.signsIn(email(), Person.OLD_PASSWORD)).isTrue();
    assertThat(local.signsIn(email(), NEW_PASSWORD)).isFalse();
  }

  /** Everything that went over the wire until now. */
  List<Exchange> exchanges() {
    return tap.exchanges();
  }

  /** Sends a request as it is. */
  Exchange send(HttpMessage request) throws IOException {
    return tap.send(request);
  }

  /** The exchange of this answer is the one that the vector is about; gives the answer. */
  Answer deciding(Answer answer) {
    decides(exchanges().stream().filter(it -> it.gave(answer)).toList().getLast());
    return answer;
  }

  /** The last exchange is the one that the vector is about. */
  void lastDecides() {
    decides(exchanges().getLast());
  }

  /** The exchange that the vector is about. */
  Exchange deciding() {
    return deciding.orElseThrow(() -> new AssertionError("no exchange decides"));
  }

  private void decides(Exchange exchange) {
    assertThat(deciding).as("one exchange decides").isEmpty();
    deciding = Optional.of(exchange);
  }

  /** Holds what went over the wire to the description of the API, whichever client sent it. */
  @Override
  public void close() throws IOException {
    tap.close();
    exchanges().forEach(Exchange::check);
  }
}
