package dev.rekey.sns;

import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** The short code of a fault: never the message of the SDK, which may hold an address (R46). */
final class FaultReason {

  /** What stands between us and the provider may answer too, with anything in it. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,64}");

  private FaultReason() {}

  static String of(SdkException fault) {
    return switch (fault) {
      case AwsServiceException refusal -> code(refusal);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> "timed-out";
      default -> "out-of-reach";
    };
  }

  private static String code(AwsServiceException refusal) {
    AwsErrorDetails details = refusal.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code != null && CODE.matcher(code).matches() ? code : "http-" + refusal.statusCode();
  }
}
