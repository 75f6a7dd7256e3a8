package dev.rekey.local.aws;

import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.local.Runner;
import dev.rekey.local.RunnerException;
import dev.rekey.local.Stack;
import dev.rekey.local.Welcome;
import dev.rekey.local.fault.Faults;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.secrets.SecretStore;
import dev.rekey.local.stream.StreamMappings;
import dev.rekey.local.template.Template;
import dev.rekey.secrets.SecretsManagerKeyStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the AWS variables name: an emulator, or the account that the user named as well. */
public final class AwsStack implements Stack {
  private final AwsClients clients;
  private final AwsEnds ends;
  private final Keys keys;

  private AwsStack(AwsClients clients, AwsEnds ends, Keys keys) {
    this.clients = clients;
    this.ends = ends;
    this.keys = keys;
  }

  /**
   * Looks whether all is there, and makes what is missing where that was asked for.
   *
   * @param clock of the service
   * @throws RunnerException with the line for the user; then nothing was made in an account that
   *     was not named
   */
  public static AwsStack reach(
      Template template, AwsSettings settings, InstantSource clock, SecureRandom random) {
    var clients = clients();
    var ends = clients.ends();
    try {
      checkAccount(settings, clients, ends);
      var parts = new AwsParts(clients, template, clock, random);
      if (settings.create()) {
        parts.makeWhatIsMissing();
      } else {
        parts.check();
      }
      return new AwsStack(clients, ends, keys(clients, template, clock));
    } catch (SdkException e) {
      clients.close();
      throw new RunnerException("STACK=aws over " + ends + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      clients.close();
      throw e;
    }
  }

  private static AwsClients clients() {
    try {
      return AwsClients.fromEnvironment();
    } catch (SdkException e) { // no region, most likely
      throw new RunnerException("STACK=aws: " + e.getMessage(), e);
    }
  }

  private static void checkAccount(AwsSettings settings, AwsClients clients, AwsEnds ends) {
    if (settings.account().isEmpty()) {
      var away = ends.away();
      if (!away.isEmpty()) {
        throw new RunnerException(
            "STACK=aws would call AWS itself for "
                + String.join(", ", away)
                + ": set AWS_ENDPOINT_URL to an emulator, or REKEY_ACCOUNT to the id of the account"
                + " that you mean (docs/aws.md)");
      }
      return;
    }
    var named = settings.account().get();
    var real = clients.sts().getCallerIdentity().account();
    if (!named.equals(real)) {
      throw new RunnerException(
          "these credentials are of the account " + real + ", not of REKEY_ACCOUNT " + named);
    }
  }

  private static Keys keys(AwsClients clients, Template template, InstantSource clock) {
    var store = new SecretsManagerKeyStore(clients.secrets(), template.keysSecret());
    var keys = new Keys(store, clock, Runner.KEYS_MAXIMUM_AGE);
    try {
      keys.current();
      return keys;
    } catch (KeysUnavailable e) {
      var cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      throw new RunnerException(e.getMessage() + cause, e);
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
    return StreamMappings.ofShared(clients.tables(), clients.streams());
  }

  @Override
  public Optional<MessageLog> messages() {
    return Optional.empty();
  }

  @Override
  public Optional<Faults> faults() {
    return Optional.empty();
  }

  @Override
  public Optional<SecretStore> secrets() {
    return Optional.empty();
  }

  @Override
  public boolean isForTrying() {
    return ends.away().isEmpty();
  }

  @Override
  public String welcome(URI runner) {
    var ses =
        isForTrying() ? clients.ses().serviceClientConfiguration().endpointOverride() : none();
    return Welcome.aws(runner, ends.toString(), ses);
  }

  private static Optional<URI> none() {
    return Optional.empty();
  }

  @Override
  public void close() {
    clients.close();
  }
}
