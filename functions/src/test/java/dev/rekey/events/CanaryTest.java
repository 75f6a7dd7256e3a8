package dev.rekey.events;

import static dev.rekey.events.Installation.ADA;
import static dev.rekey.events.Installation.ADAS_PHONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.address.Channel;
import dev.rekey.deliver.DeliverHandler;
import dev.rekey.resetpassword.ResetPasswordHandler;
import dev.rekey.verifyreset.PreCheckCodeHandler;
import dev.rekey.verifyreset.VerifyResetRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** R18, R46, invariant 8: a whole reset, and then a search for everything that must stay secret. */
class CanaryTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FIRST = "canary: 1 quiet lamp";
  private static final String REFUSED = "c4nary!";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void r18_nothingSecretIsPrintedOrStored() throws IOException {
    var stdout = System.out;
    var stderr = System.err;
    var codes = new ArrayList<String>();
    var tokens = new ArrayList<String>();
    String stored;
    try (var stream = new PrintStream(printed, true, UTF_8);
        var installation = new Installation()) {
      System.setOut(stream);
      System.setErr(stream);
      var app = installation.app();
      for (var way : Channel.values()) {
        boolean mail = way == Channel.EMAIL;
        String code = installation.askForPasscode(mail ? ADA : ADAS_PHONE).digits();
        codes.add(code);
        String typed = mail ? "Ada@Example.com" : "13800138000";
        for (String offered : List.of(code.equals("000000") ? "000001" : "000000", code)) {
          call(
              new PreCheckCodeHandler(app),
              "/api/v3/pre-check-code",
              preCheck(mail, typed, offered));
        }
        tokens.add(
            call(
                    new VerifyResetRequestHandler(app),
                    "/api/v3/verify-reset-password-request",
                    verify(mail, typed, code))
                .at("/data/passwordResetToken")
                .asString());
      }
      String token = tokens.getFirst();
      var reset = new ResetPasswordHandler(app);
      reset(reset, REFUSED, token);
      installation.clock().forward(Duration.ofSeconds(1));
      assertThat(reset(reset, FIRST, token).at("/data/success").asBoolean()).isTrue();
      reset(reset, FIRST, token);
      deliver(new DeliverHandler(installation.app("REKEY_DELIVER", "mail")), "DeliverMail");
      deliver(new DeliverHandler(installation.app("REKEY_DELIVER", "sms")), "DeliverSms");
      stored = installation.everything();
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
    var log = printed.toString(UTF_8);
    assertThat(log).contains("authn_password_change", "passcode_delivered");
    assertThat(stored).contains("argon2id");
    assertThat(tokens).hasSize(2).allMatch(token -> token.length() == 86);
    var secretsOfTokens = tokens.stream().map(token -> token.substring(43)).toList();
    assertThat(log + stored)
        .doesNotContainIgnoringCase("ada@")
        .doesNotContain("example.com", "13800138000", FIRST, REFUSED, "canary")
        .doesNotContain(secretsOfTokens);
    assertThat(log).doesNotContain(codes).doesNotContain("198.51.100.7", "argon2");
    assertThat(stored).doesNotContain("198.51.100.7");
    assertThat(codes).noneMatch(code -> stored.contains("=" + code));
  }

  private static ObjectNode preCheck(boolean mail, String typed, String code) {
    var payload =
        JSON.createObjectNode()
            .put(mail ? "email" : "phone", typed)
            .put("passCode", code)
            .put("channel", "CHANNEL_RESET_PASSWORD");
    return JSON.createObjectNode()
        .put("codeType", mail ? "EMAIL" : "SMS")
        .set(mail ? "emailCodePayload" : "smsCodePayload", payload);
  }

  private static ObjectNode verify(boolean mail, String typed, String code) {
    var payload =
        JSON.createObjectNode().put(mail ? "email" : "phoneNumber", typed).put("passCode", code);
    return JSON.createObjectNode()
        .put("verifyMethod", mail ? "EMAIL_PASSCODE" : "PHONE_PASSCODE")
        .set(mail ? "emailPassCodePayload" : "phonePassCodePayload", payload);
  }

  private static ObjectNode reset(RequestStreamHandler handler, String password, String token)
      throws IOException {
    var body = JSON.createObjectNode().put("password", password).put("passwordResetToken", token);
    return call(handler, "/api/v3/reset-password", body);
  }

  private static void deliver(RequestStreamHandler handler, String function) throws IOException {
    byte[] event =
        Files.readAllBytes(Path.of("../events").resolve(function).resolve("all-kinds.json"));
    handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), null);
  }

  private static ObjectNode call(RequestStreamHandler handler, String path, Object body)
      throws IOException {
    var event = JSON.createObjectNode().put("httpMethod", "POST").put("path", path);
    event
        .putObject("headers")
        .put("content-type", "application/json")
        .put("x-authing-app-id", "app");
    event.putObject("requestContext").putObject("identity").put("sourceIp", "198.51.100.7");
    event.put("body", body.toString());
    var out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), out, null);
    return (ObjectNode) JSON.readTree(JSON.readTree(out.toByteArray()).path("body").asString());
  }
}
