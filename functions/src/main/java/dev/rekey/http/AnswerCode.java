package dev.rekey.http;

import dev.rekey.audit.AuditEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every answer: the one registry of HTTP status, {@code statusCode}, {@code apiCode}, message and
 * audit event. Business refusals are HTTP 200, because three of the SDKs throw away the body of
 * anything else (contract sections 2.3, 3.3 and 9).
 */
public enum AnswerCode {
  OK(200, 200),
  PASSCODE_RIGHT(200, 200),
  APP_VALID(200, 200),
  APP_SECRET_WRONG(200, 200),
  MALFORMED(200, 400, AuditEvent.INPUT_VALIDATION_FAIL),
  BAD_VALUE(200, 400, AuditEvent.INPUT_VALIDATION_FAIL),
  MISSING_FIELD(200, 400, 2231, AuditEvent.INPUT_VALIDATION_FAIL),
  EMAIL_FORM(200, 400, 2204, AuditEvent.INPUT_VALIDATION_FAIL),
  PHONE_FORM(200, 400, 2028, AuditEvent.INPUT_VALIDATION_FAIL),
  APP_ID_MISSING(200, 400, 2101, AuditEvent.APP_REFUSED),
  APP_UNKNOWN(200, 499, 2011, AuditEvent.APP_REFUSED),
  CHANNEL_NOT_SERVED(200, 501, AuditEvent.INPUT_VALIDATION_FAIL),
  TOO_SOON_EMAIL("too-soon", 200, 499, 2080, AuditEvent.PASSCODE_REQUEST_TOO_SOON),
  TOO_SOON_SMS("too-soon", 200, 499, -1, AuditEvent.PASSCODE_REQUEST_TOO_SOON),
  THROTTLED(429, 429, AuditEvent.EXCESS_RATE_LIMIT_EXCEEDED),
  WRONG_PASSCODE(200, 499, 2001, AuditEvent.AUTHN_PASSCODE_FAIL),
  EXPIRED_PASSCODE(200, 499, 2300, AuditEvent.AUTHN_PASSCODE_FAIL),
  BAD_RESET_TOKEN(200, 499, AuditEvent.AUTHN_PASSWORD_CHANGE_FAIL),
  UNDECRYPTABLE(200, 499, 2016, AuditEvent.AUTHN_PASSWORD_CHANGE_FAIL),
  PASSWORD_TOO_SHORT(200, 499, 2029, AuditEvent.AUTHN_PASSWORD_CHANGE_FAIL),
  PASSWORD_TOO_LONG(200, 499, 2061, AuditEvent.AUTHN_PASSWORD_CHANGE_FAIL),
  PASSWORD_COMMON(200, 499, 2061, AuditEvent.AUTHN_PASSWORD_CHANGE_FAIL),
  PASSWORD_CONTEXT(200, 499, 2061, AuditEvent.AUTHN_PASSWORD_CHANGE_FAIL),
  /** Said by the gateway alone, for a firewall before it; the functions refuse nobody so. */
  DENIED(200, 403, AuditEvent.INPUT_VALIDATION_FAIL),
  NOT_FOUND(404, 404, AuditEvent.INPUT_VALIDATION_FAIL),
  TOO_LARGE(413, 413, AuditEvent.INPUT_VALIDATION_FAIL),
  NOT_JSON(415, 415, AuditEvent.INPUT_VALIDATION_FAIL),
  FAULT("fault", 500, 500, 1000, AuditEvent.FAULT),
  UNAVAILABLE("fault", 503, 503, 1000, AuditEvent.FAULT);

  private static final int NONE = -1;

  private final String key;
  private final int httpStatus;
  private final int statusCode;
  private final int apiCode;
  private final Optional<AuditEvent> event;

  /** A success: what happened is for the handler to say. */
  AnswerCode(int httpStatus, int statusCode) {
    this.key = key(name());
    this.httpStatus = httpStatus;
    this.statusCode = statusCode;
    this.apiCode = NONE;
    this.event = Optional.empty();
  }

  AnswerCode(int httpStatus, int statusCode, AuditEvent event) {
    this(httpStatus, statusCode, NONE, event);
  }

  AnswerCode(int httpStatus, int statusCode, int apiCode, AuditEvent event) {
    this.key = key(name());
    this.httpStatus = httpStatus;
    this.statusCode = statusCode;
    this.apiCode = apiCode;
    this.event = Optional.of(event);
  }

  AnswerCode(String key, int httpStatus, int statusCode, int apiCode, AuditEvent event) {
    this.key = key;
    this.httpStatus = httpStatus;
    this.statusCode = statusCode;
    this.apiCode = apiCode;
    this.event = Optional.of(event);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Key of the message in the texts of every language. */
  public String key() {
    return key;
  }

  public int httpStatus() {
    return httpStatus;
  }

  public int statusCode() {
    return statusCode;
  }

  /** The published business code, where the contract has one. */
  public OptionalInt apiCode() {
    return apiCode == NONE ? OptionalInt.empty() : OptionalInt.of(apiCode);
  }

  /** What the audit calls a refusal, where the handler knows no better. */
  Optional<AuditEvent> event() {
    return event;
  }
}
