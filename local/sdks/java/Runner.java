import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person would do beside the SDK: have an account, read messages, sign in, wait. */
record Runner(String url) {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final long FIRST_NUMBER = 7912345400L;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  Account account(int number) throws IOException, InterruptedException {
    var id = "java-" + number;
    var account = new Account(id + "@example.com", String.valueOf(FIRST_NUMBER + number));
    var fields =
        Map.of(
            "email",
            account.email(),
            "emailVerified",
            true,
            "phone",
            account.phone(),
            "phoneVerified",
            true,
            "password",
            Account.OLD_PASSWORD);
    done("PUT", "accounts/" + id, JSON.writeValueAsString(fields));
    return account;
  }

  JsonNode messages(String to) throws IOException, InterruptedException {
    return JSON.readTree(done("GET", "messages?to=" + URLEncoder.encode(to, UTF_8), "").body());
  }

  /** The code of the newest message to an address, as soon as it is there. */
  String passCode(String to) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
      var messages = messages(to);
      var newest = messages.path(messages.size() - 1).path("text").asString("");
      var code = CODE.matcher(newest);
      if (code.find()) {
        return code.group();
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    throw new IOException("no message to " + to);
  }

  /** The HTTP status of a sign-in: 200 or 401. */
  int signIn(String name, String password) throws IOException, InterruptedException {
    var body = JSON.writeValueAsString(Map.of("account", name, "password", password));
    return call("POST", "sign-in", body).statusCode();
  }

  void advance(Duration duration) throws IOException, InterruptedException {
    done("POST", "clock", JSON.writeValueAsString(Map.of("advance", duration.toString())));
  }

  void forgetLimits() throws IOException, InterruptedException {
    done("DELETE", "limits", "");
  }

  private HttpResponse<String> done(String method, String path, String body)
      throws IOException, InterruptedException {
    var answer = call(method, path, body);
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/_local/" + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
