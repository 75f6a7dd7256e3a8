package dev.rekey.feedback;

import dev.rekey.address.EmailAddress;
import dev.rekey.feedback.Message.Elsewhere;
import dev.rekey.feedback.Message.Other;
import dev.rekey.feedback.Message.Report;
import dev.rekey.feedback.Message.Unreadable;
import dev.rekey.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what SES publishes to a topic: the events of a configuration set ({@code eventType}), and
 * the older notifications of an identity ({@code notificationType}), which have the same form
 * ("Contents of event data that Amazon SES publishes to Amazon SNS", SES Developer Guide). Never
 * throws, and quotes nothing.
 */
final class MessageReader {
  private static final JsonMapper JSON = Json.MAPPER;

  /** What SES takes at most in one call; Rekey sends each mail to one. */
  private static final int MOST_RECIPIENTS = 50;

  /** SES says so once, as plain text, when a topic becomes the destination of a set. */
  private static final String GREETING = "Successfully validated SNS topic for Amazon SES";

  private static final Set<String> LISTS_OF_SES = Set.of("Suppressed", "OnAccountSuppressionList");

  private static final Set<String> NO_MAILBOX = Set.of("5.1.1", "5.1.10");

  private MessageReader() {}

  static Message read(String text) {
    if (text.startsWith(GREETING)) {
      return new Other();
    }
    try {
      var json = JSON.readTree(text);
      String type = json.path("eventType").asString(json.path("notificationType").asString(""));
      return switch (type) {
        case "Bounce" ->
            report(json, bounce(json.path("bounce")), json.path("bounce"), "bouncedRecipients");
        case "Complaint" ->
            report(
                json,
                complaint(json.path("complaint")),
                json.path("complaint"),
                "complainedRecipients");
        case "Reject" -> report(json, Optional.of(Kind.REJECTED), json.path("mail"), "destination");
        case "" -> new Unreadable("NO_KIND");
        default -> new Other();
      };
    } catch (JacksonException noJson) {
      return new Unreadable("NOT_JSON");
    } catch (DateTimeException noTime) {
      return new Unreadable("NO_TIME");
    }
  }

  private static Optional<Kind> bounce(JsonNode bounce) {
    return switch (bounce.path("bounceType").asString("")) {
      case "Permanent" -> Optional.of(permanent(bounce));
      case "Transient" -> Optional.of(Kind.TRANSIENT);
      case "Undetermined" -> Optional.of(Kind.UNDETERMINED);
      default -> Optional.empty();
    };
  }

  /**
   * SES calls any 5xx permanent, also that of a server which refuses a mail for what it says or for
   * an hour: no mailbox is what RFC 3463 has 5.1.1 for, and 5.1.10.
   */
  private static Kind permanent(JsonNode bounce) {
    String subType = bounce.path("bounceSubType").asString("");
    if (LISTS_OF_SES.contains(subType)) {
      return Kind.ON_A_LIST_OF_SES;
    }
    boolean noMailbox =
        subType.equals("NoEmail")
            || bounce
                .path("bouncedRecipients")
                .valueStream()
                .allMatch(it -> NO_MAILBOX.contains(it.path("status").asString("")));
    return noMailbox ? Kind.PERMANENT : Kind.REFUSED;
  }

  private static Optional<Kind> complaint(JsonNode complaint) {
    boolean notSpam = complaint.path("complaintFeedbackType").asString("").equals("not-spam");
    return Optional.of(notSpam ? Kind.NOT_SPAM : Kind.COMPLAINT);
  }

  /**
   * What counts is whom the mail went to. Of a bounce the receiving side names the recipients, and
   * could name somebody else's address.
   */
  private static Message report(
      JsonNode json, Optional<Kind> kind, JsonNode of, String recipients) {
    if (kind.isEmpty()) {
      return new Unreadable("NO_KIND");
    }
    var destination = json.path("mail").path("destination");
    if (destination.isEmpty() || destination.size() > MOST_RECIPIENTS) {
      return new Unreadable("RECIPIENTS");
    }
    var at = Instant.parse(of.path("timestamp").asString(""));
    var named = addresses(of.path(recipients));
    named.retainAll(addresses(destination));
    return named.isEmpty() ? new Elsewhere() : new Report(kind.get(), at, List.copyOf(named));
  }

  /** Objects with an address in them, but those of a mail that never left are plain text. */
  private static Set<Optional<EmailAddress>> addresses(JsonNode list) {
    var addresses = new LinkedHashSet<Optional<EmailAddress>>();
    for (var one : list) {
      addresses.add(EmailAddress.parse(one.path("emailAddress").asString(one.asString(""))));
    }
    return addresses;
  }
}
