package dev.rekey.local;

import dev.rekey.keys.Keys;
import dev.rekey.local.fault.Faults;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.secrets.SecretStore;
import dev.rekey.local.stream.StreamMappings;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The other end of the wire of the functions. Closing it ends what it started. */
public interface Stack extends AutoCloseable {
  /** The runner's own client, which no fault strikes. */
  DynamoDbClient tables();

  /** The keys as the functions read them. */
  Keys keys();

  /** Makes the mappings of its streams. */
  StreamMappings mappings();

  /** What was sent; absent where it is read in another place. */
  Optional<MessageLog> messages();

  /** What can be made to fail; absent where nothing can. */
  Optional<Faults> faults();

  /** What keeps the keys; absent where Secrets Manager itself rotates them. */
  Optional<SecretStore> secrets();

  /** Whether an account whose password everybody knows does no harm. */
  boolean isForTrying();

  /**
   * What the runner prints at its start.
   *
   * @param runner where it answers
   */
  String welcome(URI runner);

  @Override
  void close();
}
