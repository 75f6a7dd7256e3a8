package dev.rekey.systeminfo;

import dev.rekey.http.Fields;

/** The body of {@code check-app-id-secret} (contract section 1.2). */
record AppCheckBody(String appId, String appSecret) {

  static AppCheckBody read(Fields body) {
    return new AppCheckBody(body.required("appId"), body.required("appSecret"));
  }

  @Override
  public String toString() {
    return "AppCheckBody[" + appId + "]";
  }
}
