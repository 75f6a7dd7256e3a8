package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
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
    String code;
    String token;
    String stored;
    try (var stream = new PrintStream(printed, true, UTF_8);
        var installation = new Installation()) {
      System.setOut(stream);
      System.setErr(stream);
      var app = installation.app();
      code = installation.askForPasscode().digits();
      var proof = JSON.createObjectNode().put("email", "Ada@Example.com").put("passCode", code);
      call(
          new PreCheckCodeHandler(app),
          "/api/v3/pre-check-code",
          JSON.createObjectNode()
              .put("codeType", "EMAIL")
              .set("emailCodePayload", proof.deepCopy().put("channel", "CHANNEL_RESET_PASSWORD")));
      token =
          call(
                  new VerifyResetRequestHandler(app),
                  "/api/v3/verify-reset-password-request",
                  JSON.createObjectNode()
                      .put("verifyMethod", "EMAIL_PASSCODE")
                      .set("emailPassCodePayload", proof))
              .at("/data/passwordResetToken")
              .asString();
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
    String secretOfToken = token.substring(43);
    assertThat(log + stored)
        .doesNotContainIgnoringCase("ada@")
        .doesNotContain("example.com", "13800138000", secretOfToken, FIRST, REFUSED, "canary");
    assertThat(log).doesNotContain(code, "198.51.100.7", "argon2");
    assertThat(stored).doesNotContain("=" + code, "198.51.100.7");
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
