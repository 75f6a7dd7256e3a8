package dev.rekey.dynamo;

import dev.rekey.account.AccountId;
import dev.rekey.address.Address;
import dev.rekey.address.Channel;
import dev.rekey.json.Json;
import dev.rekey.keys.AddressSeal;
import dev.rekey.message.Language;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.OutboxReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the images of the table's stream, as Lambda hands them over, in DynamoDB's JSON.
 * Thread-safe.
 */
public final class OutboxImages implements OutboxReader {
  private static final JsonMapper JSON = Json.MAPPER;

  private final AddressSeal seal;

  public OutboxImages(AddressSeal seal) {
    this.seal = seal;
  }

  @Override
  public OutboxEntry read(String image) {
    var item = new ResetItem(attributes(JSON.readTree(image)));
    var hash = ResetItem.address(item.text(Table.PK));
    var language = item.constant("lang", Language.class);
    return switch (item.constant("outbox", Outbox.class)) {
      case MAIL, SMS ->
          new OutboxEntry.PasscodeDue(
              address(item),
              hash,
              item.passcode().orElseThrow(() -> new IllegalArgumentException("no passcode")),
              item.text("requestId"),
              language);
      case NOTICE ->
          new OutboxEntry.NoticeDue(
              new AccountId(item.text("noticeAccount")),
              item.text("noticeId"),
              item.instant("resetAt"),
              opened(item),
              hash.subject(),
              language);
      case SHUT -> new OutboxEntry.ShutDue(address(item), hash, item.instant("shut"), language);
    };
  }

  private Address address(ResetItem item) {
    return opened(item)
        .orElseThrow(() -> new IllegalArgumentException("the address cannot be opened"));
  }

  private Optional<Address> opened(ResetItem item) {
    var channel = item.constant("channel", Channel.class);
    return seal.open(item.text("address"), item.text(Table.PK))
        .flatMap(normal -> DynamoAccountDirectory.restore(channel, normal));
  }

  /** Text and numbers of the item: all that an entry is made of. */
  private static Map<String, AttributeValue> attributes(JsonNode image) {
    var attributes = new HashMap<String, AttributeValue>();
    image
        .properties()
        .forEach(
            entry -> value(entry.getValue()).ifPresent(it -> attributes.put(entry.getKey(), it)));
    return attributes;
  }

  private static Optional<AttributeValue> value(JsonNode typed) {
    if (typed.path("S").isString()) {
      return Optional.of(Values.of(typed.path("S").asString()));
    }
    if (typed.path("N").isString()) {
      return Optional.of(AttributeValue.builder().n(typed.path("N").asString()).build());
    }
    return Optional.empty();
  }
}
