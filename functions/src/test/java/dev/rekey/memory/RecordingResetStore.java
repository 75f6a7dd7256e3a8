package dev.rekey.memory;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes down what is asked of a store, before the store is asked. */
public class RecordingResetStore implements ResetStore {
  private final ResetStore store;
  private final List<String> calls;

  public RecordingResetStore(ResetStore store, List<String> calls) {
    this.store = store;
    this.calls = calls;
  }

  @Override
  public RequestOutcome request(PasscodeRequest request) {
    calls.add("request");
    return store.request(request);
  }

  @Override
  public ChargeOutcome charge(
      AddressHash address, Optional<Source> source, String operation, Instant now) {
    calls.add("charge");
    return store.charge(address, source, operation, now);
  }

  @Override
  public boolean forgiveMisses(AddressHash address, Nonce proven, Instant now) {
    calls.add("forgiveMisses");
    return store.forgiveMisses(address, proven, now);
  }

  @Override
  public boolean shut(AddressHash address, Instant now) {
    calls.add("shut");
    return store.shut(address, now);
  }

  @Override
  public boolean open(AddressHash address, String operation, Instant now) {
    calls.add("open");
    return store.open(address, operation, now);
  }

  @Override
  public Erasure erase(AddressHash address) {
    calls.add("erase");
    return store.erase(address);
  }

  @Override
  public Optional<AddressView> view(AddressHash address, Instant now) {
    calls.add("view");
    return store.view(address, now);
  }

  @Override
  public boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
    calls.add("exchange");
    return store.exchange(address, proven, token);
  }

  @Override
  public Optional<IssuedToken> token(AddressHash address) {
    calls.add("token");
    return store.token(address);
  }

  @Override
  public boolean countRefusal(
      AddressHash address, TokenDigest token, String operation, Instant now) {
    calls.add("countRefusal");
    return store.countRefusal(address, token, operation, now);
  }
}
