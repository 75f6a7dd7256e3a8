package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.account.AccountId;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.ResetToken;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.account.Suppression;
import dev.rekey.address.Address;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.app.App;
import dev.rekey.dynamo.AccountItems;
import dev.rekey.dynamo.DynamoClients;
import dev.rekey.keys.AddressSeal;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.loopback.SecretsManagerServer;
import dev.rekey.message.Language;
import dev.rekey.passcode.IssuedPasscode;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.Passcode;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.Source;
import dev.rekey.testing.DynamoDbLocal;
import dev.rekey.testing.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole installation in this process. The clients of the functions find their ends where the SDK
 * looks for them: in the system properties, which are put back at the end.
 */
public final class Installation implements AutoCloseable {
  public static final EmailAddress ADA = EmailAddress.parse("ada@example.com").orElseThrow();
  public static final PhoneNumber ADAS_PHONE = number("+8613800138000");

  /** Whoever it belongs to gets no mail. */
  private static final EmailAddress BOUNCED =
      EmailAddress.parse("bounced@example.com").orElseThrow();

  /** Of a country whose numbers get no texts by default. */
  private static final PhoneNumber GRACES_PHONE = number("+447911123456");

  /** Always the same, so that the files hold the passcode and the token that are right. */
  private static final Nonce NONCE = new Nonce("AAECAwQFBgcICQoLDA0ODw");

  /** The same as those of the functions in the containers of SAM; the app's secret is "secret". */
  private static final Map<String, String> VARIABLES = variables();

  private final AwsEnds ends = new AwsEnds();
  private final SecretsManagerServer secrets = new SecretsManagerServer("rekey/keys");
  private final DynamoDbLocal.Tables tables;
  private final Map<String, String> before = new HashMap<>();
  private final MovableClock clock;
  private final DynamoDbClient dynamo;
  private final App app;

  Installation() {
    this(DynamoDbLocal.newTables(), ThrowAwayKeys.NOW);
  }

  /**
   * One with the tables and the clock that functions outside this process have.
   *
   * @param tables empty ones
   * @param now what its clock stands at
   */
  public Installation(DynamoDbLocal.Tables tables, Instant now) {
    this.tables = tables;
    this.clock = new MovableClock(now);
    property("aws.region", "eu-central-1");
    property("aws.accessKeyId", "test");
    property("aws.secretAccessKey", "test");
    property("aws.endpointUrlDynamoDb", DynamoDbLocal.endpoint().toString());
    property("aws.endpointUrlSecretsManager", secrets.endpoint().toString());
    property("aws.endpointUrlSes", ends.endpoint().toString());
    property("aws.endpointUrlSns", ends.endpoint().toString());
    secrets.edit("the-version-that-is-current-00000001", ThrowAwayKeys.json());
    dynamo = DynamoClients.create();
    app = app("REKEY_DELIVER", "");
    putPeople();
  }

  private static Map<String, String> variables() {
    try {
      var file =
          JsonMapper.shared()
              .readTree(Files.readString(Path.of("../local/sam/variables.json"), UTF_8));
      var variables = new HashMap<String, String>();
      file.path("Parameters").forEachEntry((name, value) -> variables.put(name, value.asString()));
      return Map.copyOf(variables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void property(String name, String value) {
    before.put(name, System.getProperty(name, ""));
    System.setProperty(name, value);
  }

  /** What a function is made of; {@code more} are further names and values of its environment. */
  public App app(String... more) {
    var environment = new HashMap<>(VARIABLES);
    environment.put("REKEY_RESETS_TABLE", tables.resets());
    environment.put("REKEY_ACCOUNTS_TABLE", tables.accounts());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return new App(environment, clock);
  }

  /** SES, SNS and the bucket of CloudFormation. */
  public AwsEnds ends() {
    return ends;
  }

  /** Secrets Manager has begun a rotation. */
  void rotate(String versionId) {
    secrets.begin(versionId);
  }

  /** Where its Secrets Manager is. */
  public URI secrets() {
    return secrets.endpoint();
  }

  /** What the installation calls now; functions outside this process have a clock of their own. */
  public MovableClock clock() {
    return clock;
  }

  /** Every item of both tables, as text. */
  String everything() {
    var items = new StringBuilder();
    for (String table : new String[] {tables.resets(), tables.accounts()}) {
      dynamo.scan(scan -> scan.tableName(table)).items().forEach(items::append);
    }
    return items.toString();
  }

  /** The items of the table of resets. */
  Iterable<Map<String, AttributeValue>> resets() {
    return dynamo.scan(scan -> scan.tableName(tables.resets())).items();
  }

  /** Ada has asked for a passcode, always the same for the same address. */
  Passcode askForPasscode(Address address) {
    var now = clock.instant();
    var issued = new IssuedPasscode(NONCE, "code1", now.plus(Duration.ofMinutes(5)));
    app.resets()
        .request(
            new PasscodeRequest(
                address,
                app.hashes().of(address),
                issued,
                "request",
                Optional.of(new Source("rate", "item")),
                now,
                Language.ZH_CN));
    return app.passcodes().digits(issued, address).orElseThrow();
  }

  /** Ada has exchanged it for a token, always the same. */
  ResetToken exchange() {
    askForPasscode(ADA);
    var hash = app.hashes().of(ADA);
    var token = fixedToken(app);
    var now = clock.instant();
    var issued =
        new IssuedToken(
            token.digest(), new AccountId("ada"), Channel.EMAIL, now, now.plusSeconds(300));
    if (!app.resets().exchange(hash, NONCE, issued)) {
      throw new IllegalStateException("not exchanged");
    }
    return token;
  }

  private static ResetToken fixedToken(App app) {
    byte[] bytes = Arrays.copyOf(app.hashes().of(ADA).bytes(), 64);
    Arrays.fill(bytes, 32, 64, (byte) 7);
    return new ResetToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private void putPeople() {
    put("ada", "Ada@Example.com", Optional.of(ADAS_PHONE));
    put("grace", "grace@example.com", Optional.of(GRACES_PHONE));
    put("throttled", AwsEnds.THROTTLED, Optional.empty());
    put("bounced", BOUNCED.normal(), Optional.empty());
    var since = new Suppression(clock.instant().minusSeconds(3600), Suppression.Cause.BOUNCE);
    app.accounts().suppress(BOUNCED, app.hashes().of(BOUNCED), since);
  }

  private static PhoneNumber number(String typed) {
    return PhoneNumber.parse(typed, Optional.empty(), "CN").orElseThrow();
  }

  private void put(String id, String email, Optional<PhoneNumber> phone) {
    var account =
        new StoredAccount(
            new AccountId(id),
            true,
            false,
            Optional.of(id),
            Optional.of(new StoredAddress(email, true)),
            phone.map(number -> new StoredAddress(number.normal(), true)),
            Optional.of(Language.EN_US),
            Optional.empty(),
            Instant.EPOCH,
            1,
            Optional.empty());
    var items = new AccountItems(new AddressSeal(app.keys(), clock, new SecureRandom()));
    var hash = app.hashes().of(EmailAddress.parse(email).orElseThrow());
    put(items.item(account));
    put(items.alias(account, Channel.EMAIL, hash, account.email().orElseThrow()));
    phone.ifPresent(number ->
        put(
            items.alias(
                account, Channel.SMS, app.hashes().of(number), account.phone().orElseThrow())));
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.putItem(put -> put.tableName(tables.accounts()).item(item));
  }

  @Override
  public void close() {
    dynamo.close();
    ends.close();
    secrets.close();
    before.forEach((name, value) -> {
      if (value.isEmpty()) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, value);
      }
    });
  }
}
