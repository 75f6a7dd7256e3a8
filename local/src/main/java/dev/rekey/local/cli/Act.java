package dev.rekey.local.cli;

import dev.rekey.local.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** An operation of Operate as a command, and its answer in words. */
enum Act {
  SHOW("Show times and counts of an address, and what the audit calls it."),
  OPEN("Open the recovery of an address that fifty misses shut."),
  COMPROMISED(
      "Take a password that others know from the account of an address: nobody signs in with it,"
          + " sessions end, reset tokens are dead. Its owner resets it as ever."),
  UNSUPPRESS(
      "Let an address get mail again that bounced, or whose owner complained. Ask the owner first:"
          + " SES counts the next complaint against the whole account."),
  ERASE(
      "Erase what is kept of an address, on its owner's wish; counts that protect it stay until"
          + " they expire. The account is not touched.");

  private final String description;

  Act(String description) {
    this.description = description;
  }

  String operation() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Gives each command its text. */
  static void describe(CommandLine line) {
    var account = Objects.requireNonNull(line.getSubcommands().get("account"));
    for (var act : values()) {
      var parent = act == ERASE ? line : account;
      Objects.requireNonNull(parent.getSubcommands().get(act.operation()))
          .getCommandSpec()
          .usageMessage()
          .description(act.description);
    }
  }

  /** Whether the operation did what was asked. */
  boolean isDone(JsonNode answer) {
    return switch (this) {
      case COMPROMISED -> answer.path("compromised").asBoolean(false);
      case UNSUPPRESS -> answer.path("unsuppressed").asBoolean(false);
      case SHOW, OPEN, ERASE -> true;
    };
  }

  /** The answer for people. */
  List<String> words(JsonNode answer) {
    var words = new ArrayList<String>();
    words.add("subject        " + answer.path("subject").asString(""));
    switch (this) {
      case SHOW -> show(answer, words);
      case OPEN ->
          words.add(
              answer.path("opened").asBoolean(false)
                  ? "opened, and its misses forgotten"
                  : "it was not shut: nothing was changed");
      case COMPROMISED ->
          words.add(
              isDone(answer)
                  ? "the password is gone, sessions end, reset tokens are dead; its owner may reset"
                  : "no account has this address: nothing was changed");
      case UNSUPPRESS ->
          words.add(
              isDone(answer) ? "it gets mail again" : "it was not suppressed: nothing was changed");
      case ERASE ->
          words.add(
              answer.path("countsKept").asBoolean(false)
                  ? "erased, but for the counts that protect it until they expire"
                  : "erased: nothing is kept of it");
    }
    return words;
  }

  private static void show(JsonNode answer, List<String> words) {
    if (!answer.path("known").asBoolean(false)) {
      words.add("nothing is kept of this address");
      return;
    }
    String suppressed = Json.text(answer, "suppressedSince");
    if (suppressed != null) {
      String why = answer.path("suppressedFor").asString("").toLowerCase(Locale.ROOT);
      words.add(
          "mail           none since "
              + suppressed
              + " ("
              + why
              + "); `rekey account unsuppress` ends it");
    }
    if (answer.has("askedAt")) {
      showResets(answer, words);
    }
  }

  private static void showResets(JsonNode answer, List<String> words) {
    String shut = Json.text(answer, "shutSince");
    words.add(
        "recovery       "
            + (shut == null ? "open" : "shut since " + shut + "; `rekey account open` opens it"));
    words.add("misses         " + answer.path("misses").asLong() + " in a row");
    words.add("sends today    " + answer.path("sendsToday").asLong());
    words.add("last send      " + answer.path("askedAt").asString(""));
    add("passcode until ", Json.text(answer, "passcodeUntil"), words);
    add("token until    ", Json.text(answer, "tokenUntil"), words);
  }

  private static void add(String label, @Nullable String value, List<String> words) {
    if (value != null) {
      words.add(label + value);
    }
  }
}
