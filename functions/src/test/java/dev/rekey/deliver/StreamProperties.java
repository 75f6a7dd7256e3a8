package dev.rekey.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.AddressHashes;
import dev.rekey.dynamo.OutboxImages;
import dev.rekey.fuzz.AuditTrail;
import dev.rekey.fuzz.Canary;
import dev.rekey.fuzz.Input;
import dev.rekey.keys.AddressSeal;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.memory.InMemoryAccountDirectory;
import dev.rekey.memory.InMemoryTables;
import dev.rekey.memory.RecordingMailSender;
import dev.rekey.memory.Workbench;
import dev.rekey.message.Messages;
import dev.rekey.passcode.OutboxReader;
import dev.rekey.passcode.Passcodes;
import dev.rekey.testing.TestLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A batch of the table's stream, with records that nobody of ours wrote. */
public final class StreamProperties {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final InstantSource CLOCK = InstantSource.fixed(ThrowAwayKeys.NOW);
  private static final OutboxReader OUTBOX =
      new OutboxImages(new AddressSeal(ThrowAwayKeys.keys(), CLOCK, new SecureRandom()));

  private StreamProperties() {}

  public static void check(Input input) {
    byte[] bytes = input.rest();
    JsonNode batch;
    try {
      batch = JSON.readTree(bytes);
    } catch (JacksonException noJson) {
      return; // Lambda hands over JSON
    }
    var records = new ArrayList<JsonNode>();
    batch.path("Records").forEach(records::add);
    records.forEach(StreamProperties::read);
    handle(bytes, records);
  }

  /** Its exceptions hold no value of the item: {@link OutboxReader#read}. */
  private static void read(JsonNode record) {
    try {
      OUTBOX.read(record.path("dynamodb").path("NewImage").toString());
    } catch (RuntimeException unreadable) {
      for (Throwable it = unreadable; it != null; it = it.getCause()) {
        Canary.assertNotIn(String.valueOf(it.getMessage()));
      }
    }
  }

  private static void handle(byte[] bytes, List<JsonNode> records) {
    var mails = new RecordingMailSender();
    var trail = new AuditTrail(CLOCK);
    RequestStreamHandler handler = new DeliverHandler(deliver(mails), OUTBOX, trail.audit());
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(bytes), out, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }

    var failures = JSON.readTree(out.toByteArray()).path("batchItemFailures");
    assertThat(failures.size()).as("it stops at the first").isLessThanOrEqualTo(1);
    assertThat(trail.drain()).hasSizeLessThanOrEqualTo(records.size());
    assertThat(mails.sent()).hasSizeLessThanOrEqualTo(records.size());
    assertThat(mails.sent())
        .as("only to people whose address is confirmed")
        .allMatch(sent -> sent.to().equals(Workbench.ADA));
  }

  private static Deliver deliver(RecordingMailSender mails) {
    var hashes = new AddressHashes(ThrowAwayKeys.keys());
    var tables = new InMemoryTables(hashes);
    tables.put(
        Workbench.account(
            "ada",
            true,
            Optional.of(new StoredAddress("ada@example.com", true)),
            Optional.empty()));
    return new Deliver(
        new MailCourier(new Messages("Rekey", Optional.empty()), mails),
        new InMemoryAccountDirectory(tables, hashes),
        new Passcodes(ThrowAwayKeys.keys(), new SecureRandom()),
        TestLimits.DEFAULT,
        Optional.empty(),
        CLOCK);
  }
}
