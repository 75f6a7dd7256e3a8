package dev.rekey.local.outside;

import static dev.rekey.local.LocalValues.APP_ID;

import dev.rekey.local.wire.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;

/** Calls of the contract's routes, as an SDK makes them. Thread-safe. */
public final class Api {
  public static final String SEND_EMAIL = "/api/v3/send-email";
  public static final String SEND_SMS = "/api/v3/send-sms";
  public static final String PRE_CHECK = "/api/v3/pre-check-code";
  public static final String VERIFY = "/api/v3/verify-reset-password-request";
  public static final String RESET = "/api/v3/reset-password";
  public static final String RESET_CHANNEL = "CHANNEL_RESET_PASSWORD";

  /** What every SDK sends with a POST. */
  public static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "x-authing-app-id", APP_ID);

  private final URI base;

  /** Calls by this address, which may be that of something that stands before the runner. */
  public Api(URI base) {
    this.base = base;
  }

  public Answer get(String path) {
    return Calls.send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /** Posts JSON as an SDK does. */
  public Answer post(String path, Map<String, ?> body) {
    return post(path, Json.text(body));
  }

  /** Posts text as it is. */
  public Answer post(String path, String body) {
    return post(path, body, HEADERS);
  }

  /** Posts text with these headers and no others. */
  public Answer post(String path, String body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach(request::header);
    return Calls.send(request.POST(BodyPublishers.ofString(body)));
  }

  /** Posts JSON with one header more. */
  public Answer postWith(String header, String value, String path, Map<String, ?> body) {
    var headers = new HashMap<>(HEADERS);
    headers.put(header, value);
    return post(path, Json.text(body), headers);
  }

  public Answer sendEmail(String email) {
    return post(SEND_EMAIL, mailBody(email));
  }

  public Answer sendSms(String number) {
    return post(SEND_SMS, smsBody(number));
  }

  public Answer preCheckEmail(String email, String passcode) {
    return post(PRE_CHECK, preCheckEmailBody(email, passcode));
  }

  public Answer preCheckSms(String number, String passcode) {
    return post(PRE_CHECK, preCheckSmsBody(number, passcode));
  }

  public Answer verifyEmail(String email, String passcode) {
    return post(VERIFY, verifyEmailBody(email, passcode));
  }

  public Answer verifySms(String number, String passcode) {
    return post(VERIFY, verifySmsBody(number, passcode));
  }

  public Answer reset(String token, String password) {
    return post(RESET, Map.of("passwordResetToken", token, "password", password));
  }

  public static Map<String, ?> mailBody(String email) {
    return Map.of("email", email, "channel", RESET_CHANNEL);
  }

  public static Map<String, ?> smsBody(String number) {
    return Map.of("phoneNumber", number, "channel", RESET_CHANNEL);
  }

  public static Map<String, ?> preCheckEmailBody(String email, String passcode) {
    var payload = Map.of("email", email, "passCode", passcode, "channel", RESET_CHANNEL);
    return Map.of("codeType", "EMAIL", "emailCodePayload", payload);
  }

  public static Map<String, ?> preCheckSmsBody(String number, String passcode) {
    var payload = Map.of("phone", number, "passCode", passcode, "channel", RESET_CHANNEL);
    return Map.of("codeType", "SMS", "smsCodePayload", payload);
  }

  public static Map<String, ?> verifyEmailBody(String email, String passcode) {
    var payload = Map.of("email", email, "passCode", passcode);
    return Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload);
  }

  public static Map<String, ?> verifySmsBody(String number, String passcode) {
    var payload = Map.of("phoneNumber", number, "passCode", passcode);
    return Map.of("verifyMethod", "PHONE_PASSCODE", "phonePassCodePayload", payload);
  }
}
