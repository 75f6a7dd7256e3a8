package dev.rekey.local.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A service that offers no more than it must: its calls go to a whole one. */
final class BareService implements ResetService {
  private final FakeService whole = new FakeService();

  @Override
  public Limits limits() {
    return whole.limits();
  }

  @Override
  public Wording wording() {
    return whole.wording();
  }

  @Override
  public void create(Person person, Standing standing) {
    whole.create(person, standing);
  }

  @Override
  public Call ask(Channel channel, String address) {
    return whole.ask(channel, address);
  }

  @Override
  public Call exchange(Channel channel, String address, String passcode) {
    return whole.exchange(channel, address, passcode);
  }

  @Override
  public Call reset(String token, String password) {
    return whole.reset(token, password);
  }

  @Override
  public Answer send(Call call, int source) {
    return whole.send(call, source);
  }

  @Override
  public Outcome read(Call call, Answer answer) {
    return whole.read(call, answer);
  }

  @Override
  public String comparable(Answer answer) {
    return whole.comparable(answer);
  }

  @Override
  public List<Message> messages(Channel channel, String address) {
    return whole.messages(channel, address);
  }

  @Override
  public Optional<String> passcode(Message message) {
    return whole.passcode(message);
  }

  @Override
  public Duration patience() {
    return whole.patience();
  }

  @Override
  public boolean signsIn(String email, String password) {
    return whole.signsIn(email, password);
  }

  @Override
  public void forgetCalls() {
    whole.forgetCalls();
  }
}
