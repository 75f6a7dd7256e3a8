package dev.rekey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.memory.RecordingResetStore;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.ChargeOutcome.Refused;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.IssuedPasscode;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Stores that are broken on purpose: the invariants see all but one of them by themselves, without
 * the model, and it is told in few steps.
 */
class MutantsTest {
  private static class Mutant extends RecordingResetStore {
    Mutant(ResetStore store) {
      super(store, new ArrayList<>());
    }
  }

  /** Long enough for fifty attempts, and far less than the thousand that a seed begins with. */
  private static final int MOST_STEPS = 250;

  private static void assertRed(UnaryOperator<ResetStore> mutant, String invariant) {
    assertRed(new Explorer(false, mutant), invariant);
  }

  private static void assertRed(Explorer explorer, String invariant) {
    var failure = InVirtualThread.get(() -> explorer.explore(1, 1_000_000)).orElseThrow();
    assertThat(failure.message()).startsWith(invariant + ": ");
    assertThat(failure.steps()).hasSizeLessThanOrEqualTo(MOST_STEPS);
  }

  @Test
  void aSixthTry() {
    assertRed(
        store ->
            new Mutant(store) {
              private final Map<AddressHash, List<IssuedPasscode>> issued = new HashMap<>();
              private final List<String> taken = new ArrayList<>();

              @Override
              public RequestOutcome request(PasscodeRequest request) {
                var outcome = super.request(request);
                if (outcome instanceof Requested) {
                  issued
                      .computeIfAbsent(request.hash(), _ -> new ArrayList<>())
                      .add(request.passcode());
                }
                return outcome;
              }

              @Override
              public ChargeOutcome charge(
                  AddressHash at, Optional<Source> by, String operation, Instant now) {
                var outcome = super.charge(at, by, operation, now);
                String who = at.text() + by.map(Source::itemKey);
                if (outcome instanceof Charged) {
                  taken.add(who);
                }
                var first = issued.getOrDefault(at, List.of());
                boolean five = by.isPresent() && Collections.frequency(taken, who) == 5;
                return outcome instanceof Refused && five && first.size() == 1
                    ? new Charged(first.getFirst(), 1)
                    : outcome;
              }
            },
        "1");
  }

  @Test
  void aNewPasscodeForgetsTheMisses() {
    assertRed(
        store ->
            new Mutant(store) {
              @Override
              public RequestOutcome request(PasscodeRequest request) {
                var outcome = super.request(request);
                if (outcome instanceof Requested) {
                  forgiveMisses(request.hash(), request.passcode().nonce(), request.askedAt());
                }
                return outcome;
              }
            },
        "2");
  }

  @Test
  void nobodyIsToldThatAnAddressIsExhausted() {
    assertRed(
        store ->
            new Mutant(store) {
              @Override
              public boolean shut(AddressHash address, Instant now) {
                return false;
              }
            },
        "2");
  }

  @Test
  void anExchangeThatCameTooLateIsOneToo() {
    assertRed(
        store ->
            new Mutant(store) {
              @Override
              public boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
                super.exchange(address, proven, token);
                return true;
              }
            },
        "3");
  }

  @Test
  void aPasscodeThatIsGoneForgivesMisses() {
    assertRed(
        store ->
            new Mutant(store) {
              @Override
              public boolean forgiveMisses(AddressHash address, Nonce proven, Instant now) {
                super.forgiveMisses(address, proven, now);
                return true;
              }
            },
        "3");
  }

  /** No invariant minds what is refused too early: the reference model does. */
  @Test
  void aStoreThatIsTooStrict() {
    assertRed(
        new Explorer(
            true,
            store ->
                new Mutant(store) {
                  @Override
                  public ChargeOutcome charge(
                      AddressHash at, Optional<Source> by, String operation, Instant now) {
                    var outcome = super.charge(at, by, operation, now);
                    return outcome instanceof Charged(_, int misses) && misses == 4
                        ? new Refused()
                        : outcome;
                  }
                }),
        "model");
  }

  @Test
  void refusalsAreNotCounted() {
    assertRed(
        store ->
            new Mutant(store) {
              @Override
              public boolean countRefusal(
                  AddressHash address, TokenDigest token, String operation, Instant now) {
                return true;
              }
            },
        "5");
  }

  @Test
  void anEraseForgetsTheMisses() {
    assertRed(
        store ->
            new Mutant(store) {
              private final Map<AddressHash, PasscodeRequest> last = new HashMap<>();

              @Override
              public RequestOutcome request(PasscodeRequest request) {
                var outcome = super.request(request);
                if (outcome instanceof Requested) {
                  last.put(request.hash(), request);
                }
                return outcome;
              }

              @Override
              public Erasure erase(AddressHash address) {
                var asked = last.get(address);
                if (asked != null) {
                  forgiveMisses(address, asked.passcode().nonce(), asked.askedAt());
                }
                return super.erase(address);
              }
            },
        "2");
  }

  @Test
  void anEraseThatOnlySaysSo() {
    assertRed(
        store ->
            new Mutant(store) {
              @Override
              public Erasure erase(AddressHash address) {
                return Erasure.WHOLE;
              }
            },
        "R48");
  }

  @Test
  void everyTokenIsThere() {
    assertRed(
        store ->
            new Mutant(store) {
              private final Map<AddressHash, IssuedToken> last = new HashMap<>();

              @Override
              public boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
                last.put(address, token);
                return super.exchange(address, proven, token);
              }

              @Override
              public Erasure erase(AddressHash address) {
                last.remove(address);
                return super.erase(address);
              }

              @Override
              public Optional<IssuedToken> token(AddressHash address) {
                return super.token(address).or(() -> Optional.ofNullable(last.get(address)));
              }
            },
        "4");
  }
}
