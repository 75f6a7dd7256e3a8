package dev.rekey.local.aws;

import dev.rekey.keyrotation.FirstKeys;
import dev.rekey.keys.KeyringJson;
import dev.rekey.local.RunnerException;
import dev.rekey.local.dynamo.Tables;
import dev.rekey.local.template.TableSpec;
import dev.rekey.local.template.Template;
import dev.rekey.settings.Settings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.ses.model.VerificationStatus;

/** What of the template the functions need to run: tables, the first keys, the sender. */
final class AwsParts {
  private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]+)>");

  private final AwsClients clients;
  private final Template template;
  private final InstantSource clock;
  private final SecureRandom random;

  AwsParts(AwsClients clients, Template template, InstantSource clock, SecureRandom random) {
    this.clients = clients;
    this.template = template;
    this.clock = clock;
    this.random = random;
  }

  /** Stops the start where a table or the keys are missing. */
  void check() {
    for (var table : template.tables()) {
      if (!isThere(table)) {
        throw missing("the table " + table.name());
      }
    }
    if (!hasKeys()) {
      throw missing("a value of the secret " + template.keysSecret());
    }
  }

  /**
   * Makes tables, keys and sender where they are not there.
   *
   * @throws RunnerException where tables hold items but the keys are gone: what was written under
   *     them could never be found again under others
   */
  void makeWhatIsMissing() {
    if (!hasKeys()) {
      template.tables().stream().filter(this::holdsItems).findFirst().ifPresent(this::refuseKeys);
      makeKeys();
    }
    var tables = new Tables(clients.tables());
    template.tables().forEach(tables::ensure);
    senders().forEach(this::verify);
  }

  private static RunnerException missing(String what) {
    return new RunnerException(
        "STACK=aws: " + what + " is not there; REKEY_CREATE=true makes what is missing");
  }

  private boolean isThere(TableSpec table) {
    try {
      clients.tables().describeTable(request -> request.tableName(table.name()));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  private boolean holdsItems(TableSpec table) {
    return isThere(table) && !first(table).isEmpty();
  }

  private List<Map<String, AttributeValue>> first(TableSpec table) {
    return clients.tables().scan(request -> request.tableName(table.name()).limit(1)).items();
  }

  private void refuseKeys(TableSpec table) {
    throw new RunnerException(
        "STACK=aws: the table "
            + table.name()
            + " holds items, but the keys that they were written under are gone: restore the secret"
            + " "
            + template.keysSecret()
            + ", or empty the tables");
  }

  private boolean hasKeys() {
    try {
      clients.secrets().getSecretValue(request -> request.secretId(template.keysSecret()));
      return true;
    } catch (
        software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException absent) {
      return false;
    }
  }

  private void makeKeys() {
    var name = template.keysSecret();
    var first = KeyringJson.write(new FirstKeys(random).make(clock.instant()));
    try {
      clients.secrets().createSecret(request -> request.name(name).secretString(first));
    } catch (ResourceExistsException withoutValue) { // as CloudFormation leaves it
      clients.secrets().putSecretValue(request -> request.secretId(name).secretString(first));
    }
  }

  private List<String> senders() {
    return template.functions().stream()
        .map(function -> Settings.read(function.environment()).mails().from())
        .map(AwsParts::address)
        .distinct()
        .toList();
  }

  private static String address(String sender) {
    var named = NAMED.matcher(sender.strip());
    return named.matches() ? named.group(1) : sender.strip();
  }

  /** An emulator takes this as done; SES writes to the address, and its owner follows a link. */
  private void verify(String sender) {
    String domain = sender.substring(sender.indexOf('@') + 1);
    if (!isVerified(sender) && !isVerified(domain)) {
      clients.ses().verifyEmailIdentity(request -> request.emailAddress(sender));
    }
  }

  /**
   * LocalStack gives a status to identities that it was never told of: the list alone has those.
   */
  private boolean isVerified(String identity) {
    if (clients.ses().listIdentitiesPaginator().identities().stream().noneMatch(identity::equals)) {
      return false;
    }
    var known =
        clients
            .ses()
            .getIdentityVerificationAttributes(request -> request.identities(identity))
            .verificationAttributes()
            .get(identity);
    return known != null && known.verificationStatus() == VerificationStatus.SUCCESS;
  }
}
