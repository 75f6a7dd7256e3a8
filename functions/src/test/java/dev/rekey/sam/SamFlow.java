package dev.rekey.sam;

import dev.rekey.events.Installation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A forgotten password is reset through the API and the containers of SAM, and what must be refused
 * is refused.
 */
public final class SamFlow {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern PASSCODE =
      Pattern.compile("Message\\.Body\\.Text\\.Data=[^&]*?\\b([0-9]{6})\\b");
  private static final String OLD = "correct horse battery staple";
  private static final String NEW = "seven green bicycles";
  private static final String ADA = "ada@example.com";
  private static final String NOBODY = "nobody@example.com";
  private static final List<String> POSTS =
      List.of("send-email", "verify-reset-password-request", "reset-password");

  /**
   * How often a call is repeated: the first of a container loads the function, which takes long.
   */
  private static final int TRIES = 5;

  private final Installation installation;
  private final AdasPassword password;
  private final SamServer api;
  private final SamServer lambda;
  private final StreamOfResets stream;
  private int passed;
  private int failed;

  private SamFlow(
      Installation installation,
      AdasPassword password,
      SamServer api,
      SamServer lambda,
      StreamOfResets stream) {
    this.installation = installation;
    this.password = password;
    this.api = api;
    this.lambda = lambda;
    this.stream = stream;
  }

  /**
   * Prints a line a step, and how many of them failed.
   *
   * @param arguments how SAM is called
   */
  public static void main(String... arguments) {
    try {
      System.exit(run(arguments[0]) ? 0 : 1);
    } catch (IOException | InterruptedException | RuntimeException broke) {
      System.out.println("make sam-flow broke off: " + broke.getMessage());
      System.exit(1);
    }
  }

  private static boolean run(String command) throws IOException, InterruptedException {
    try (var front = new AwsFront(SamCommand.address());
        var installation = front.toFresh(Instant.now());
        var password = new AdasPassword(installation)) {
      var sam = new SamCommand(command, front.port());
      try (var api = new SamServer(sam, "start-api");
          var lambda = new SamServer(sam, "start-lambda");
          var stream = new StreamOfResets(SamCommand.TABLES.resets())) {
        return new SamFlow(installation, password, api, lambda, stream).isRight();
      }
    }
  }

  private boolean isRight() throws IOException, InterruptedException {
    password.set(OLD);
    long epoch = password.epoch();
    warmUp();

    var toNobody = sendEmail(NOBODY);
    var toAda = sendEmail(ADA);
    step("send-email says yes", succeeded(toAda));
    step("and the same for an address that nobody has", toNobody.equals(toAda));
    step("DeliverMail writes nothing to nobody", deliver("DeliverMail", "mail").isEmpty());
    var mail = String.join("", deliver("DeliverMail", "mail"));
    var code = PASSCODE.matcher(mail);
    step("and a passcode to Ada", mail.contains(ADA) && code.find());
    var right = code.group(1);

    var wrong = right.equals("000000") ? "000001" : "000000";
    step("verify refuses a wrong passcode", refused(verify(wrong), 2001));
    var token = verify(right).at("/data/passwordResetToken").asString("");
    step("and exchanges the right one for a token", !token.isEmpty());
    step("but not twice", refused(verify(right), 2001));

    step("reset-password refuses a common password", refused(reset(token, "password123"), 2061));
    step("so that the old one still signs in", password.is(OLD));
    step("and takes a good one", succeeded(reset(token, NEW)));
    step("which signs in", password.is(NEW));
    step("while the old one does not", !password.is(OLD));
    step("and every session has ended", password.epoch() == epoch + 1);
    step("the token is good for no second reset", !succeeded(reset(token, OLD)));
    step("so that the new password holds", password.is(NEW));
    notices();

    System.out.printf("%d steps, %d failed%n", passed + failed, failed);
    System.out.printf("%d passed, %d failed%n", passed, failed);
    return failed == 0;
  }

  private void notices() throws IOException, InterruptedException {
    var record = stream.next("notice");
    var mails = invoke("DeliverMail", record);
    step("DeliverMail tells Ada of it", mails.size() == 1 && mails.getFirst().contains(ADA));
    var texts = invoke("DeliverSms", record);
    step(
        "and DeliverSms does by text, to the number of her account",
        texts.stream().anyMatch(text -> text.contains(Installation.ADAS_PHONE.normal())));
  }

  private void step(String what, boolean right) {
    System.out.println((right ? "ok      " : "FAILED  ") + what);
    if (right) {
      passed++;
    } else {
      failed++;
    }
  }

  /** Loads each function by a call that changes nothing. */
  private void warmUp() throws IOException, InterruptedException {
    for (var route : POSTS) {
      post(route, JSON.createObjectNode());
    }
    invoke("DeliverMail", "{\"Records\":[]}");
    invoke("DeliverSms", "{\"Records\":[]}");
  }

  /** What was sent because of the next record that asks for it. */
  private List<String> deliver(String function, String outbox)
      throws IOException, InterruptedException {
    return invoke(function, stream.next(outbox));
  }

  /** A record that is reported as failed comes again, as Lambda does it. */
  private List<String> invoke(String function, String event)
      throws IOException, InterruptedException {
    installation.ends().drain();
    for (int i = 0; i < TRIES; i++) {
      var answer = JSON.readTree(lambda.invoke(function, event).answer());
      if (answer.path("batchItemFailures").isArray()
          && answer.path("batchItemFailures").isEmpty()) {
        return installation.ends().drain();
      }
    }
    throw new IllegalStateException(function + " fails each time");
  }

  private ObjectNode sendEmail(String address) throws IOException, InterruptedException {
    var body = JSON.createObjectNode().put("email", address);
    var answer = post("send-email", body.put("channel", "CHANNEL_RESET_PASSWORD"));
    answer.remove("requestId");
    return answer;
  }

  private ObjectNode verify(String code) throws IOException, InterruptedException {
    var body = JSON.createObjectNode().put("verifyMethod", "EMAIL_PASSCODE");
    body.putObject("emailPassCodePayload").put("email", ADA).put("passCode", code);
    return post("verify-reset-password-request", body);
  }

  private ObjectNode reset(String token, String password) throws IOException, InterruptedException {
    var body = JSON.createObjectNode().put("passwordResetToken", token);
    return post("reset-password", body.put("password", password));
  }

  /** A fault is not an answer: on a busy machine a function may find AWS too slow. */
  private ObjectNode post(String route, ObjectNode body) throws IOException, InterruptedException {
    ObjectNode answer;
    int tries = 0;
    do {
      answer = api.call("POST", "/api/v3/" + route, body.toString());
    } while (answer.path("statusCode").asInt() >= 500 && ++tries < TRIES);
    return answer;
  }

  private static boolean succeeded(ObjectNode answer) {
    return answer.path("statusCode").asInt() == 200;
  }

  private static boolean refused(ObjectNode answer, int apiCode) {
    return !succeeded(answer) && answer.path("apiCode").asInt(0) == apiCode;
  }
}
