package dev.rekey.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rekey.address.Channel;
import dev.rekey.local.wire.Json;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.TeamEvent;
import dev.rekey.message.TeamEvent.PasswordChanged;
import dev.rekey.message.TeamEvent.RecoveryAbuse;
import dev.rekey.message.TeamEvent.RecoveryShut;
import dev.rekey.sns.SnsEventPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import tools.jackson.databind.node.ObjectNode;

/** docs/events.md and docs/events.schema.json say what is published. */
class EventSchemaTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  static List<TeamEvent> events() {
    return List.of(
        new PasswordChanged("2c9b1f60-6d3c-4a54-9a0e-6a1b6f0c9d11", "ada", NOON),
        new RecoveryShut("ada", "g6eVwrRyeAgMh6S7", Channel.EMAIL, NOON),
        new RecoveryAbuse("CAP_OF_THE_COUNTRY", "CN", LocalDate.parse("2026-06-01")));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsPublishedFitsTheSchema(TeamEvent event) throws IOException {
    assertThat(problems(published(event))).isEmpty();
  }

  @Test
  void thePageShowsThemAll() throws IOException {
    assertThat(examples()).isEqualTo(events().stream().map(EventSchemaTest::published).toList());
  }

  @ParameterizedTest
  @CsvSource({"eventName, user:renamed", "eventName, recovery:shut", "version, 2", "eventId, ''"})
  void theSchemaRefusesWhatIsNoneOfThem(String member, String value) throws IOException {
    var wrong = published(events().getFirst());
    if ("version".equals(member)) {
      wrong.put(member, Integer.parseInt(value));
    } else {
      wrong.put(member, value);
    }
    assertThat(problems(wrong)).isNotEmpty();
  }

  @Test
  void theSchemaWantsEveryMemberOfTheData() throws IOException {
    for (var event : events()) {
      for (var name : List.copyOf(published(event).path("data").propertyNames())) {
        var wrong = published(event);
        ((ObjectNode) wrong.path("data")).remove(name);
        assertThat(problems(wrong)).as("%s without %s", event, name).isNotEmpty();
      }
    }
  }

  private static ObjectNode published(TeamEvent event) {
    var topic = new Topic();
    assertThat(
            new SnsEventPublisher(topic, "arn:aws:sns:eu-central-1:123456789012:t").publish(event))
        .isEqualTo(new SendOutcome.Sent());
    return Json.readObject(topic.messages.getFirst());
  }

  private static List<ObjectNode> examples() throws IOException {
    return Pattern.compile("(?m)^\\{\"eventName\".*\\R.*$")
        .matcher(Files.readString(Path.of("../docs/events.md")))
        .results()
        .map(example -> Json.readObject(example.group()))
        .toList();
  }

  private static List<String> problems(ObjectNode event) throws IOException {
    return schema().validate(event).stream().map(Error::toString).toList();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Json.readObject(Files.readString(Path.of("../docs/events.schema.json"))));
  }

  /** Keeps what is published to it. */
  private static final class Topic implements SnsClient {
    private final List<String> messages = new ArrayList<>();

    @Override
    public PublishResponse publish(PublishRequest request) {
      messages.add(request.message());
      return PublishResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
