package dev.rekey.events;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts one event to its function, and gathers all that came of it but for what is random. */
public final class Replay {
  /** How a function is reached. */
  @FunctionalInterface
  public interface Invoker {
    Invoked invoke(Installation installation, String function, String event) throws IOException;
  }

  /**
   * What a function did.
   *
   * @param answer JSON; {@code {"thrown": message}} for what it threw
   * @param lines its log
   */
  public record Invoked(String answer, List<String> lines) {}

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The bucket that CloudFormation names in its requests. */
  private static final String BUCKET = "https://bucket.example";

  private static final String ROTATION = "7c1e6f0a-5b7d-4d0e-9a53-0c4a2f6f1b11";

  private static final Pattern TOLD =
      Pattern.compile("(?:ToAddresses.member.1|PhoneNumber|TopicArn)=([^&]*)");

  private Replay() {}

  /**
   * Answer, audit lines, and whom a message went to.
   *
   * @param installation a fresh one
   */
  public static ObjectNode outcome(EventFile file, Installation installation, Invoker invoker)
      throws IOException {
    prepare(file.function(), installation);
    var bucket = installation.ends().endpoint().toString();
    var invoked =
        invoker.invoke(installation, file.function(), file.event().replace(BUCKET, bucket));
    var outcome = JSON.createObjectNode();
    var answer = (ObjectNode) JSON.readTree(masked(invoked.answer()));
    if (answer.has("body")) {
      answer.set("body", JSON.readTree(answer.path("body").asString()));
    }
    outcome.set("answer", answer);
    var audit = outcome.putArray("audit");
    invoked.lines().forEach(line -> audit.add(JSON.readTree(masked(line))));
    var told = outcome.putArray("told");
    for (var call : installation.ends().drain()) {
      told.add(call.startsWith("{") ? JSON.readTree(masked(call)) : recipient(call));
    }
    return outcome;
  }

  /** What has happened before the event. */
  private static void prepare(String function, Installation installation) {
    switch (function) {
      case "PreCheckCode", "VerifyResetRequest" -> {
        installation.askForPasscode(Installation.ADA);
        installation.askForPasscode(Installation.ADAS_PHONE);
      }
      case "Operate" -> installation.askForPasscode(Installation.ADA);
      case "ResetPassword" -> installation.exchange();
      case "RotateKeys" -> installation.rotate(ROTATION);
      default -> {}
    }
  }

  private static JsonNode recipient(String call) {
    return JSON.valueToTree(recipientOf(call));
  }

  private static String recipientOf(String call) {
    return TOLD.matcher(call)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("a message to nobody"));
  }

  /** Without what is random: ids, the secret half of a token, hashes and the lines of a stack. */
  private static String masked(String text) {
    String ids = UUID.matcher(text).replaceAll("(uuid)");
    return ids.replaceAll(
            "(passwordResetToken\\\\?\":\\\\?\"[^\"\\\\]{42})[^\"\\\\]{44}", "$1(secret)")
        .replaceAll("\"source\":\"[A-Za-z0-9_-]+\"", "\"source\":\"(hash)\"")
        .replaceAll("\"(stack|causeStack)\":\"[^\"]*\"", "\"$1\":\"(frames)\"");
  }
}
