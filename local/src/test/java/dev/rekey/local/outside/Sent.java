package dev.rekey.local.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A message as it was handed to a provider.
 *
 * @param channel EMAIL or SMS
 * @param html empty where there is none
 */
public record Sent(String channel, String to, String text, String html) {
  private static final Pattern SIX_DIGITS = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

  static Sent of(JsonNode json) {
    return new Sent(
        json.path("channel").asString(),
        json.path("to").asString(),
        json.path("text").asString(),
        json.path("html").asString(""));
  }

  /** The only run of six digits in the text. */
  public String passcode() {
    var runs = SIX_DIGITS.matcher(text).results().map(run -> run.group()).toList();
    assertThat(runs).as("runs of six digits in a message").hasSize(1);
    return runs.getFirst();
  }

  /** Whether it carries a passcode, rather than a notice. */
  public boolean hasPasscode() {
    return SIX_DIGITS.matcher(text).find();
  }
}
