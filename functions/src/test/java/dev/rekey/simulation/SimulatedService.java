package dev.rekey.simulation;

import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.deliver.DeliverDoor;
import dev.rekey.memory.InMemoryAccountDirectory;
import dev.rekey.memory.InMemoryCounter;
import dev.rekey.memory.InMemoryResetStore;
import dev.rekey.memory.InMemoryTables;
import dev.rekey.message.Messages;
import dev.rekey.operate.OperateDoor;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.password.BlockList;
import dev.rekey.password.PasswordPolicy;
import dev.rekey.resetpassword.ResetDoor;
import dev.rekey.sendpasscode.SendDoor;
import dev.rekey.settings.Environments;
import dev.rekey.testing.MovableClock;
import dev.rekey.testing.TestLimits;
import dev.rekey.verifyreset.ProofDoor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The use cases as they are, over the in-memory ports behind the gate. */
final class SimulatedService {
  private static final Messages MESSAGES = new Messages("Rekey", Optional.empty());
  private static final PasswordPolicy POLICY =
      new PasswordPolicy(PasswordPolicy.MIN_LENGTH, PasswordPolicy.MAX_LENGTH, BlockList.bundled());
  private static final AddressHashes HASHES = new AddressHashes(SimulatedKeys.always());
  static final List<AddressHash> HASHES_OF_PEOPLE =
      People.ADDRESSES.stream().map(HASHES::of).toList();
  private static final Passcodes READER =
      new Passcodes(SimulatedKeys.always(), new SeededRandom(0));

  final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  final Gate gate = new Gate();
  final SimulatedKeys keys = new SimulatedKeys(gate, clock);
  final InMemoryTables tables = new InMemoryTables(HASHES);
  final ResetStore store;
  final Watch watch;
  final People people;
  final SendDoor send;
  final ProofDoor proofs;
  final ResetDoor resets;
  final OperateDoor operators;
  final DeliverDoor mail;
  final DeliverDoor sms;

  /**
   * Wires it.
   *
   * @param modelled whether the reference model is asked
   * @param port what stands between the store and the gate: itself, or one that is broken
   */
  SimulatedService(boolean modelled, UnaryOperator<ResetStore> port, Counts counts) {
    store = port.apply(new InMemoryResetStore(tables, TestLimits.DEFAULT));
    var codes =
        new CodeInvariants(
            request -> READER.digits(request.passcode(), request.address()).orElseThrow().digits(),
            counts);
    watch =
        new Watch(
            modelled,
            gate,
            tables,
            clock,
            reset -> People.isConfirmed(tables, HASHES_OF_PEOPLE, reset),
            (account, address) -> People.owns(tables, account, address),
            address -> People.holder(tables, HASHES_OF_PEOPLE, address),
            codes);
    people = new People(tables, watch.tokens);
    var random = new SeededRandom(1);
    var hashes = new AddressHashes(keys.forAddresses());
    var passcodes = new Passcodes(keys.forPasscodes(codes), random);
    var faulty = new FaultyResetStore(gate, store, watch);
    var accounts =
        new FaultyAccountDirectory(
            gate,
            new InMemoryAccountDirectory(tables, HASHES),
            watch,
            reset ->
                tables.promised(reset.address()).orElse(null) instanceof NoticeDue notice
                    && notice.noticeId().equals(reset.noticeId()));
    var limits = TestLimits.DEFAULT;
    send = new SendDoor(hashes, passcodes, faulty, limits, clock);
    proofs = new ProofDoor(hashes, passcodes, accounts, faulty, limits, clock, random);
    resets =
        new ResetDoor(
            faulty, accounts, SimulatedKeys.always(), POLICY, new SlowHasher(gate, clock), clock);
    operators = new OperateDoor(hashes, faulty, accounts, clock);
    var senders = new FaultySenders(gate, watch);
    var parts = new DeliverDoor.Parts(MESSAGES, accounts, passcodes, limits, clock);
    mail = DeliverDoor.mail(parts, senders);
    sms =
        DeliverDoor.sms(
            parts,
            senders,
            senders,
            new FaultyCaps(gate, new InMemoryCounter()),
            Environments.settings("REKEY_SMS_DAILY_PER_COUNTRY", "" + StreamInvariants.TEXTS_A_DAY)
                .texting());
  }
}
