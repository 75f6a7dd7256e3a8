import static java.time.Duration.ofSeconds;

import cn.authing.sdk.java.client.AuthenticationClient;
import cn.authing.sdk.java.dto.ResetPasswordDto;
import cn.authing.sdk.java.dto.ResetPasswordDto.PasswordEncryptType;
import cn.authing.sdk.java.dto.VerifyResetPasswordRequestDto;
import cn.authing.sdk.java.dto.VerifyResetPasswordRequestDto.VerifyMethod;
import cn.authing.sdk.java.model.AuthenticationClientOptions;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;

/**
 * {@code cn.authing:authing-java-sdk} as its user sees it. Numbers in brackets are vectors of the
 * wire contract.
 */
final class Cases {
  private static final String NEW_PASSWORD = "密码 seven green bicycles";
  private static final Account NOBODY = new Account("java-nobody@example.com", "7912345499");

  private final Runner runner;
  private final AuthenticationClient client;
  private final Suite suite;

  private Cases(Runner runner) throws IOException, ParseException {
    this.runner = runner;
    client = client(runner.url(), "rekey-local-app");
    suite = new Suite(sdk() + " (Java)", runner);
  }

  /** Takes the URL of a runner from {@code REKEY_URL}; exit 0 means that every case passed. */
  public static void main(String[] arguments) throws Exception {
    Logs.toStandardOutput(); // before the SDK takes its logger
    var cases = new Cases(new Runner(System.getenv("REKEY_URL")));
    for (var path : Path.values()) {
      cases.resets(path);
      cases.codes(path);
    }
    cases.tokens();
    cases.passwords();
    cases.refusals();
    cases.preCheck();
    cases.publicFacts();
    cases.transport();
    Logs.addTo(cases.suite, cases.client);
    System.exit(cases.suite.passes() ? 0 : 1);
  }

  private static AuthenticationClient client(String host, String app)
      throws IOException, ParseException {
    var options = new AuthenticationClientOptions();
    options.setAppId(app);
    options.setAppSecret("rekey-local-secret");
    options.setAppHost(host);
    return new AuthenticationClient(options);
  }

  /** Name and version of the SDK, from the name of its jar. */
  private static String sdk() {
    var jar = AuthenticationClient.class.getProtectionDomain().getCodeSource().getLocation();
    return jar.getPath().replaceAll(".*/(.+)-([0-9.]+)\\.jar", "$1 $2");
  }

  private void resets(Path path) {
    for (var encryption : Encryption.values()) {
      suite.test(
          path + ", " + encryption + " password: the new one signs in, the old one does not",
          who -> {
            var token = token(path, who);
            reset(token, encryption.of(client.getSystemInfo(), NEW_PASSWORD));
            signsIn(who, NEW_PASSWORD, Account.OLD_PASSWORD);
          });
    }
  }

  private void codes(Path path) {
    suite.test(
        path + ", wrong code: 499/2001, the right one is still good [23]",
        who -> {
          var code = sentCode(path, who);
          Seen.of(path.verify(client, who, other(code))).refused(499, 2001);
          Seen.of(path.verify(client, who, code)).ok();
        });
    suite.test(
        path + ", expired code: 499/2300 [25, 26]",
        who -> {
          var code = sentCode(path, who);
          runner.advance(path.life);
          Seen.of(path.verify(client, who, code)).refused(499, 2300);
        });
    suite.test(
        path + ", used code: 499/2001 [22]",
        who -> {
          var code = sentCode(path, who);
          Seen.of(path.verify(client, who, code)).ok();
          Seen.of(path.verify(client, who, code)).refused(499, 2001);
        });
    suite.test(
        path + ", second send within 60 s: 499, apiCode " + path.tooSoon + " [3, 15]",
        who -> {
          var code = sentCode(path, who);
          path.send(client, who).refused(499, path.tooSoon);
          Seen.of(path.verify(client, who, code)).ok();
        });
  }

  private void tokens() {
    suite.test(
        "used token: 499, no apiCode [35]",
        who -> {
          var token = token(Path.EMAIL, who);
          reset(token, Encryption.plain(NEW_PASSWORD));
          refused(token, Encryption.plain("another good one"), null);
          signsIn(who, NEW_PASSWORD, "another good one");
        });
    suite.test(
        "expired token: 499, no apiCode [36]",
        who -> {
          var token = token(Path.EMAIL, who);
          runner.advance(ofSeconds(301));
          refused(token, Encryption.plain(NEW_PASSWORD), null);
          signsIn(who, Account.OLD_PASSWORD, NEW_PASSWORD);
        });
  }

  private void passwords() {
    refusedPassword("short password: 499/2029", Encryption.plain("12345"), 2029);
    refusedPassword("common password: 499/2061", Encryption.plain("password123"), 2061);
    for (var type : List.of(PasswordEncryptType.RSA, PasswordEncryptType.SM2)) {
      refusedPassword(
          "clear text sent as " + type + ": 499/2016",
          Encryption.falsely(type, NEW_PASSWORD),
          2016);
    }
  }

  private void refusedPassword(String name, ResetPasswordDto password, Integer apiCode) {
    suite.test(
        name + ", the token stays good [40, 44, 47, 48]",
        who -> {
          var token = token(Path.EMAIL, who);
          refused(token, password, apiCode);
          signsIn(who, Account.OLD_PASSWORD, password.getPassword());
          reset(token, Encryption.plain(NEW_PASSWORD));
          signsIn(who, NEW_PASSWORD, Account.OLD_PASSWORD);
        });
  }

  private void refusals() {
    suite.test(
        "unknown account: 200 and no message, then 499/2001 [10]",
        who -> {
          Path.EMAIL.send(client, NOBODY).ok();
          Seen.of(Path.EMAIL.verify(client, NOBODY, "123456")).refused(499, 2001);
          var _ = sentCode(Path.EMAIL, who); // asked for later, so a mail to nobody would be there
          Check.equal(0, runner.messages(NOBODY.email()).size());
        });
    suite.test(
        "malformed fields: 400 with 2204, 2028, 2231 [9, 17, 30]",
        _ -> {
          var malformed = new Account("not-an-email", "12");
          Path.EMAIL.send(client, malformed).refused(400, 2204);
          Path.SMS.send(client, malformed).refused(400, 2028);
          var noPayload = new VerifyResetPasswordRequestDto();
          noPayload.setVerifyMethod(VerifyMethod.EMAIL_PASSCODE);
          Seen.of(client.verifyResetPasswordRequest(noPayload)).refused(400, 2231);
        });
    suite.test(
        "unknown app id: 499/2011 [12]",
        who -> {
          var stranger = client(runner.url(), "nobody-knows-this-app");
          Path.EMAIL.send(stranger, who).refused(499, 2011);
        });
  }

  private void preCheck() {
    suite.test(
        "preCheckCode tells right from wrong and uses nothing up [18, 19, 20]",
        who -> {
          var byEmail = sentCode(Path.EMAIL, who);
          var bySms = sentCode(Path.SMS, who);
          var wrong = client.preCheckCode(Path.EMAIL.check(who, other(byEmail)));
          Seen.of(wrong).ok();
          Check.equal(false, wrong.getData().getIsValid());
          Check.matches(".+", wrong.getData().getMessage());
          for (var check : List.of(Path.EMAIL.check(who, byEmail), Path.SMS.check(who, bySms))) {
            var right = client.preCheckCode(check);
            Seen.of(right).ok();
            Check.equal(true, right.getData().getIsValid());
          }
          Seen.of(Path.EMAIL.verify(client, who, byEmail)).ok();
        });
  }

  private void publicFacts() {
    suite.test(
        "getSystemInfo is flat [1]",
        _ -> {
          var system = client.getSystemInfo();
          Check.matches(
              "-----BEGIN PUBLIC KEY-----\n[^-]+\n-----END PUBLIC KEY-----\n",
              system.getRsa().getPublicKey());
          Check.matches("04[0-9a-f]{128}", system.getSm2().getPublicKey());
          Check.matches(".+", system.getVersion().getServer());
          Check.that(system.getPublicIps() != null, "no publicIps");
        });
    suite.test(
        "getCountryList names China with +86 [57]",
        _ -> {
          var answer = client.getCountryList();
          Seen.of(answer).ok();
          var china =
              answer.getData().stream().filter(one -> one.getAlpha2().equals("CN")).findFirst();
          Check.equal("+86", china.orElseThrow().getPhoneCountryCode());
        });
    suite.test(
        "the SDK names no language but in Accept and Accept-Language: Chinese JSON [50]",
        who -> Check.equal("操作成功", Path.EMAIL.send(client, who).message()));
  }

  private void transport() {
    suite.test(
        "a host with a trailing slash works [63]",
        who -> Path.EMAIL.send(client(runner.url() + "/", "rekey-local-app"), who).ok());
    suite.test(
        "HTTP 404 is a RuntimeException with the body as its message [60]",
        _ -> {
          var lost = client(runner.url() + "/elsewhere", "rekey-local-app");
          var body = thrownBy(lost::getCountryList);
          Check.matches("\\{.*\"statusCode\":404.*\"requestId\":\"[0-9a-f-]{36}\".*}", body);
        });
    suite.test(
        "too many calls: HTTP 429 is a RuntimeException with the body as its message",
        _ -> {
          var body =
              thrownBy(() -> {
                for (int call = 0; call < 200; call++) {
                  var _ = Path.EMAIL.verify(client, NOBODY, "123456");
                }
              });
          Check.matches("\\{.*\"statusCode\":429.*}", body);
        });
  }

  private static String thrownBy(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      return e.getMessage();
    }
    throw new AssertionError("nothing was thrown");
  }

  private String sentCode(Path path, Account who) throws IOException, InterruptedException {
    path.send(client, who).ok();
    return runner.passCode(path.to(who));
  }

  private String token(Path path, Account who) throws IOException, InterruptedException {
    var answer = path.verify(client, who, sentCode(path, who));
    Seen.of(answer).ok();
    Check.that(answer.getData().getTokenExpiresIn() > 0, "no life");
    return answer.getData().getPasswordResetToken();
  }

  private void reset(String token, ResetPasswordDto password) {
    password.setPasswordResetToken(token);
    var answer = client.resetPassword(password);
    Seen.of(answer).ok();
    Check.equal(true, answer.getData().getSuccess());
  }

  private void refused(String token, ResetPasswordDto password, Integer apiCode) {
    password.setPasswordResetToken(token);
    Seen.of(client.resetPassword(password)).refused(499, apiCode);
  }

  private void signsIn(Account who, String password, String other)
      throws IOException, InterruptedException {
    Check.equal(200, runner.signIn(who.email(), password));
    Check.equal(401, runner.signIn(who.email(), other));
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }
}
