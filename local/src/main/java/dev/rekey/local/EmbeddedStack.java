package dev.rekey.local;

import dev.rekey.keyrotation.FirstKeys;
import dev.rekey.keys.KeyringJson;
import dev.rekey.keys.Keys;
import dev.rekey.local.dynamo.DynamoEngine;
import dev.rekey.local.dynamo.Tables;
import dev.rekey.local.fault.Faults;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.secrets.SecretStore;
import dev.rekey.local.stream.StreamMappings;
import dev.rekey.local.template.Template;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local and stand-ins for SES, SNS and Secrets Manager, all in this process. */
final class EmbeddedStack implements Stack {
  private final DataFolder data;
  private final MessageLog messages;
  private final Faults faults;
  private final SecretStore secrets;
  private final Keys keys;
  private final DynamoEngine dynamo;
  private final Ends ends;
  private final Clients clients;

  private EmbeddedStack(
      DataFolder data,
      MessageLog messages,
      Faults faults,
      SecretStore secrets,
      Keys keys,
      DynamoEngine dynamo,
      Ends ends) {
    this.data = data;
    this.messages = messages;
    this.faults = faults;
    this.secrets = secrets;
    this.keys = keys;
    this.dynamo = dynamo;
    this.ends = ends;
    this.clients = Clients.of(dynamo.quietEndpoint());
  }

  /**
   * Starts it, makes what is missing and tells the SDK where it is.
   *
   * @param clock of the service
   * @throws RunnerException where kept data is broken
   */
  static EmbeddedStack start(
      Template template, DataFolder data, InstantSource clock, SecureRandom random) {
    var messages = new MessageLog(data.path());
    var secrets = new SecretStore(data.path());
    var keys = keys(template, secrets, clock, random, data.hasTables());
    var faults = new Faults();
    var dynamo = DynamoEngine.start(data.tables(), faults);
    var ends = Ends.start(messages, secrets, clock, faults);
    AwsProperties.set(dynamo, ends);
    var stack = new EmbeddedStack(data, messages, faults, secrets, keys, dynamo, ends);
    var tables = new Tables(stack.tables());
    template.tables().forEach(tables::ensure);
    return stack;
  }

  /**
   * The keys as the functions read them, made where there is nothing yet. What tables hold cannot
   * be found again without the keys that it was written under.
   */
  private static Keys keys(
      Template template,
      SecretStore secrets,
      InstantSource clock,
      SecureRandom random,
      boolean hasTables) {
    var name = template.keysSecret();
    if (secrets.current(name).isEmpty()) {
      if (hasTables) {
        throw secrets.missing(name);
      }
      var first = new FirstKeys(random).make(clock.instant());
      secrets.put(name, KeyringJson.write(first), clock.instant());
    }
    var keys =
        new Keys(
            () -> KeyringJson.read(secrets.current(name).orElseThrow()),
            clock,
            Runner.KEYS_MAXIMUM_AGE);
    try {
      keys.current();
      return keys;
    } catch (IllegalArgumentException e) {
      throw secrets.broken(e);
    }
  }

  @Override
  public DynamoDbClient tables() {
    return clients.tables();
  }

  @Override
  public Keys keys() {
    return keys;
  }

  @Override
  public StreamMappings mappings() {
    return StreamMappings.ofOneReader(clients.tables(), clients.streams(), data.path());
  }

  @Override
  public Optional<MessageLog> messages() {
    return Optional.of(messages);
  }

  @Override
  public Optional<Faults> faults() {
    return Optional.of(faults);
  }

  @Override
  public Optional<SecretStore> secrets() {
    return Optional.of(secrets);
  }

  @Override
  public boolean isForTrying() {
    return true;
  }

  @Override
  public String welcome(URI runner) {
    return Welcome.embedded(
        runner, data.path().map(folder -> "kept in " + folder).orElse("all in memory"));
  }

  @Override
  public void close() {
    ends.close();
    dynamo.close();
  }
}
