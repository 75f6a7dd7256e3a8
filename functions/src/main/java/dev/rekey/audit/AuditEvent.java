package dev.rekey.audit;

import java.util.Locale;

/**
 * What can happen, in the words of the OWASP logging vocabulary where it has one. Names are for
 * good: metrics, alarms and people's searches hang on them.
 */
public enum AuditEvent {
  PASSCODE_REQUESTED,
  PASSCODE_REQUEST_SILENCED,
  PASSCODE_REQUEST_TOO_SOON,
  PASSCODE_DELIVERED,
  PASSCODE_DROPPED,
  PASSCODE_PRECHECKED,
  AUTHN_PASSCODE_FAIL,
  AUTHN_TOKEN_CREATED,
  AUTHN_PASSWORD_CHANGE,
  AUTHN_PASSWORD_CHANGE_FAIL,
  NOTICE_DELIVERED,
  NOTICE_DROPPED,
  RECOVERY_SHUT,
  RECOVERY_OPENED,
  RECOVERY_OPEN_FAIL,
  ADDRESS_SHOWN,
  ADDRESS_ERASED,
  ACCOUNT_COMPROMISED,
  ACCOUNT_COMPROMISE_FAIL,
  DELIVERY_FAILING,
  RECORD_UNREADABLE,
  EXCESS_RATE_LIMIT_EXCEEDED,
  INPUT_VALIDATION_FAIL,
  APP_REFUSED,
  APP_CHECKED,
  SYSTEM_INFO_READ,
  FAULT;

  /** The word in the log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
