package dev.rekey.local.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.recorder.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The outbox for people. What stands in a message can do nothing here: text is escaped, mail is
 * sandboxed.
 */
final class OutboxPage {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final String NONE =
      "<p class=\"none\">Nothing was sent yet. Ask for a code, and it shows up here.</p>";
  private static final String PAGE = resource();

  private OutboxPage() {}

  static String render(List<Message> messages) {
    var articles =
        messages.reversed().stream().map(OutboxPage::article).collect(Collectors.joining("\n"));
    return PAGE.replace("{{version}}", version(messages))
        .replace("{{messages}}", messages.isEmpty() ? NONE : articles);
  }

  /** Changes whenever the list does, so that the page is only swapped then. */
  private static String version(List<Message> messages) {
    return messages.isEmpty() ? "none" : messages.size() + "-" + messages.getLast().id();
  }

  private static String article(Message message) {
    return "<article class=\"%s\"><div class=\"head\"><span class=\"kind\">%s</span><span class=\"to\">%s</span>%s<time>%s</time></div>%s</article>"
        .formatted(
            message.channel(),
            message.channel().equals("SMS") ? "SMS" : "MAIL",
            escape(message.to()),
            code(message.text()),
            message.sentAt().toString().replaceFirst("\\.[0-9]+Z", "Z"),
            content(message));
  }

  private static String code(String text) {
    var match = CODE.matcher(text);
    return match.find() ? "<span class=\"code\">" + match.group() + "</span>" : "";
  }

  private static String content(Message message) {
    var subject = message.subject() == null ? "" : "<h2>" + escape(message.subject()) + "</h2>";
    if (message.html() == null) {
      return subject + "<div class=\"bubble\">" + escape(message.text()) + "</div>";
    }
    return subject
        + "<iframe sandbox title=\"The mail\" srcdoc=\""
        + escape(message.html())
        + "\"></iframe><details><summary>As text</summary><pre>"
        + escape(message.text())
        + "</pre></details>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource() {
    try (var page = OutboxPage.class.getResourceAsStream("outbox.html")) {
      return new String(Objects.requireNonNull(page, "outbox.html").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
