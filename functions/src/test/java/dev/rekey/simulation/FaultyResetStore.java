package dev.rekey.simulation;

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
import java.util.Optional;

/** The store of resets behind the gate, watched. */
final class FaultyResetStore implements ResetStore {
  private final Gate gate;
  private final ResetStore store;
  private final Watch watch;

  FaultyResetStore(Gate gate, ResetStore store, Watch watch) {
    this.gate = gate;
    this.store = store;
    this.watch = watch;
  }

  @Override
  public RequestOutcome request(PasscodeRequest request) {
    return gate.store(() -> watch.request(request, store.request(request)));
  }

  @Override
  public ChargeOutcome charge(
      AddressHash address, Optional<Source> source, String operation, Instant now) {
    return gate.store(() ->
        watch.charge(
            address, source, operation, now, store.charge(address, source, operation, now)));
  }

  @Override
  public boolean forgiveMisses(AddressHash address, Nonce proven, Instant now) {
    return gate.store(
        () -> watch.forgive(address, proven, now, store.forgiveMisses(address, proven, now)));
  }

  @Override
  public boolean shut(AddressHash address, Instant now) {
    return gate.store(() -> {
      boolean did = store.shut(address, now);
      watch.shut(address, now);
      return did;
    });
  }

  @Override
  public boolean open(AddressHash address, String operation, Instant now) {
    return gate.store(() -> watch.open(address, operation, store.open(address, operation, now)));
  }

  @Override
  public Erasure erase(AddressHash address) {
    return gate.store(() -> watch.erase(address, store.erase(address), store::view));
  }

  @Override
  public Optional<AddressView> view(AddressHash address, Instant now) {
    return gate.store(() -> store.view(address, now));
  }

  @Override
  public boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
    return gate.store(
        () -> watch.exchange(address, proven, token, store.exchange(address, proven, token)));
  }

  @Override
  public Optional<IssuedToken> token(AddressHash address) {
    return gate.store(() -> store.token(address));
  }

  @Override
  public boolean countRefusal(
      AddressHash address, TokenDigest token, String operation, Instant now) {
    return gate.store(() ->
        watch.refusal(
            address, token, operation, now, store.countRefusal(address, token, operation, now)));
  }
}
