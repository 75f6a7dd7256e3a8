import cn.authing.sdk.java.dto.GetCountryListRespDto;
import cn.authing.sdk.java.dto.IsSuccessRespDto;
import cn.authing.sdk.java.dto.PasswordResetVerifyResp;
import cn.authing.sdk.java.dto.PreCheckCodeRespDto;
import cn.authing.sdk.java.dto.SendEmailRespDto;
import cn.authing.sdk.java.dto.SendSMSRespDto;
import java.util.Objects;

/** What the getters of an answer gave; null where the service sent nothing. */
record Seen(Integer statusCode, Integer apiCode, String message, String requestId, Object data) {
  static Seen of(SendEmailRespDto a) {
    return new Seen(a.getStatusCode(), a.getApiCode(), a.getMessage(), a.getRequestId(), null);
  }

  static Seen of(SendSMSRespDto a) {
    return new Seen(a.getStatusCode(), a.getApiCode(), a.getMessage(), a.getRequestId(), null);
  }

  static Seen of(PasswordResetVerifyResp a) {
    return new Seen(
        a.getStatusCode(), a.getApiCode(), a.getMessage(), a.getRequestId(), a.getData());
  }

  static Seen of(IsSuccessRespDto a) {
    return new Seen(
        a.getStatusCode(), a.getApiCode(), a.getMessage(), a.getRequestId(), a.getData());
  }

  static Seen of(PreCheckCodeRespDto a) {
    return new Seen(
        a.getStatusCode(), a.getApiCode(), a.getMessage(), a.getRequestId(), a.getData());
  }

  static Seen of(GetCountryListRespDto a) {
    return new Seen(
        a.getStatusCode(), a.getApiCode(), a.getMessage(), a.getRequestId(), a.getData());
  }

  void ok() {
    is(200, null);
  }

  void refused(int statusCode, Integer apiCode) {
    is(statusCode, apiCode);
    Check.equal(null, data);
  }

  private void is(Integer statusCode, Integer apiCode) {
    Check.that(
        Objects.equals(statusCode, this.statusCode) && Objects.equals(apiCode, this.apiCode),
        "expected " + statusCode + "/" + apiCode + ", found " + this);
    Check.matches(".+", message);
    Check.matches("[0-9a-f-]{36}", requestId);
  }
}
