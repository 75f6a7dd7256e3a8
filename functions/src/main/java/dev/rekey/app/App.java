package dev.rekey.app;

import dev.rekey.account.AccountDirectory;
import dev.rekey.address.AddressHashes;
import dev.rekey.audit.Audit;
import dev.rekey.aws.AwsClients;
import dev.rekey.dynamo.AccountItems;
import dev.rekey.dynamo.DynamoAccountDirectory;
import dev.rekey.dynamo.DynamoCaps;
import dev.rekey.dynamo.DynamoClients;
import dev.rekey.dynamo.DynamoCounter;
import dev.rekey.dynamo.DynamoResetStore;
import dev.rekey.dynamo.OutboxImages;
import dev.rekey.http.Front;
import dev.rekey.http.Route;
import dev.rekey.keys.AddressSeal;
import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.Keys;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.MailSender;
import dev.rekey.message.SmsSender;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Counter;
import dev.rekey.passcode.OutboxReader;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.secrets.SecretsManagerKeyStore;
import dev.rekey.secrets.SecretsManagerKeyVersions;
import dev.rekey.ses.SesMailSender;
import dev.rekey.settings.Settings;
import dev.rekey.sns.SnsEventPublisher;
import dev.rekey.sns.SnsSmsSender;
import dev.rekey.stack.StackAnswers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What one function is put together from. Handlers take the parts that they need, and nothing is
 * made that none of them asks for; keys are read at the first call, never here. Thread-safe.
 */
public final class App {
  private final Settings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final DynamoDbClient dynamo;
  private final Keys keys;
  private final AddressHashes hashes;
  private final AddressSeal seal;
  private final Audit audit;

  /**
   * Puts a function together.
   *
   * @param environment its variables; those that begin with {@code REKEY_} are settings
   * @param clock the only clock of the function
   * @throws dev.rekey.settings.BadSetting where a setting is unknown, missing or out of bounds
   */
  public App(Map<String, String> environment, Clock clock) {
    this.settings = Settings.read(environment);
    this.clock = clock;
    this.dynamo = DynamoClients.create();
    this.keys =
        new Keys(
            new SecretsManagerKeyStore(AwsClients.secretsManager(), settings.keysSecret()),
            clock,
            settings.keysMaxAge());
    this.hashes = new AddressHashes(keys);
    this.seal = new AddressSeal(keys, clock, random);
    this.audit = new Audit(System.out, clock);
  }

  /** From the environment of the process, as Lambda sets it. */
  public static App fromEnvironment() {
    return new App(System.getenv(), Clock.systemUTC());
  }

  public Settings settings() {
    return settings;
  }

  public Clock clock() {
    return clock;
  }

  public SecureRandom random() {
    return random;
  }

  public Keys keys() {
    return keys;
  }

  public AddressHashes hashes() {
    return hashes;
  }

  public Audit audit() {
    return audit;
  }

  /** What serves the routes of one function. */
  public Front front(Route... routes) {
    return new Front(settings, keys, counter(), audit, clock, List.of(routes));
  }

  public Passcodes passcodes() {
    return new Passcodes(keys, random);
  }

  public ResetStore resets() {
    return new DynamoResetStore(dynamo, settings.tables().resets(), seal, settings.limits());
  }

  public AccountDirectory accounts() {
    var tables = settings.tables();
    return new DynamoAccountDirectory(
        dynamo, tables.accounts(), tables.resets(), new AccountItems(seal), hashes);
  }

  public Counter counter() {
    return new DynamoCounter(dynamo, settings.tables().resets());
  }

  public Caps caps() {
    return new DynamoCaps(dynamo, settings.tables().resets());
  }

  public OutboxReader outbox() {
    return new OutboxImages(seal);
  }

  /** For whoever makes and rotates keys; {@link #keys} is for all others. */
  public KeyVersions keyVersions() {
    return new SecretsManagerKeyVersions(AwsClients.secretsManager(), settings.keysSecret());
  }

  public StackAnswers stackAnswers() {
    return AwsClients.stackAnswers();
  }

  public MailSender mailSender() {
    var mails = settings.mails();
    return new SesMailSender(AwsClients.ses(), mails.from(), mails.configurationSet());
  }

  public SmsSender smsSender() {
    return new SnsSmsSender(AwsClients.sns(), settings.texting().senderId());
  }

  /** Tells the team, if it listens. */
  public Optional<EventPublisher> team() {
    return settings.eventsTopicArn().map(topic -> new SnsEventPublisher(AwsClients.sns(), topic));
  }
}
