package dev.rekey.local.bench;

import dev.rekey.address.PhoneNumber;
import dev.rekey.aws.AwsClients;
import dev.rekey.dynamo.DynamoClients;
import dev.rekey.keyrotation.FirstKeys;
import dev.rekey.keys.Keys;
import dev.rekey.keys.Sm2Pair;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.local.wire.Reply;
import dev.rekey.message.Language;
import dev.rekey.message.Messages;
import dev.rekey.password.Argon2idHasher;
import dev.rekey.password.HashCost;
import dev.rekey.password.PasswordText;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The first thing that a library of the functions does.
 *
 * @param preparation prepares what does not count, and gives what does
 */
record LibraryUse(String what, Supplier<Runnable> preparation) {

  static final List<LibraryUse> ALL =
      List.of(
          new LibraryUse("Jackson: an object read", () -> () -> Json.readObject("{\"a\":[1]}")),
          new LibraryUse("AWS SDK: the client of DynamoDB", LibraryUse::dynamoClient),
          new LibraryUse("AWS SDK: a request to DynamoDB", LibraryUse::dynamoCall),
          new LibraryUse(
              "AWS SDK: Secrets Manager's client, as second",
              () -> second(AwsClients::secretsManager)),
          new LibraryUse("AWS SDK: SES's client, as second", () -> second(AwsClients::ses)),
          new LibraryUse("AWS SDK: SNS's client, as second", () -> second(AwsClients::sns)),
          new LibraryUse("Bouncy Castle: Argon2id, 19 MiB, 2 passes", LibraryUse::argon2id),
          new LibraryUse(
              "Bouncy Castle: an SM2 pair", () -> () -> Sm2Pair.generate(new SecureRandom())),
          new LibraryUse(
              "libphonenumber: a number read",
              () -> () -> PhoneNumber.parse("13800138000", Optional.of("+86"), "CN")),
          new LibraryUse("jte: a mail written", () -> LibraryUse::mail));

  private static Runnable second(Runnable client) {
    dynamoClient().run();
    return client;
  }

  private static Runnable dynamoClient() {
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    return DynamoClients::create;
  }

  private static Runnable dynamoCall() {
    try {
      var server = LoopbackServer.bind(0);
      server.route("/", _ -> Reply.of(200, "application/x-amz-json-1.0", "{}"));
      server.start();
      dynamoClient().run();
      System.setProperty("aws.endpointUrlDynamoDb", server.uri().toString());
      var client = DynamoClients.create();
      var key = Map.of("pk", AttributeValue.fromS("none"));
      return () -> client.getItem(get -> get.tableName("none").key(key));
    } catch (IOException e) {
      throw new IllegalStateException("no free port on 127.0.0.1", e);
    }
  }

  private static Runnable argon2id() {
    var random = new SecureRandom();
    var keyring = new FirstKeys(random).make(Clock.systemUTC().instant());
    var keys = new Keys(() -> keyring, Clock.systemUTC(), Duration.ofHours(1));
    keys.current();
    var hasher = new Argon2idHasher(keys, new HashCost(19_456, 2, 1), Clock.systemUTC(), random);
    var password = PasswordText.parse("seven green bicycles").orElseThrow();
    return () -> hasher.hash(password);
  }

  private static void mail() {
    new Messages("Rekey", Optional.empty())
        .passcodeMail("123456", Duration.ofMinutes(5), Language.EN_US);
  }
}
