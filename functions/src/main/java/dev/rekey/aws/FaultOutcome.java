package dev.rekey.aws;

import dev.rekey.message.SendOutcome;
import dev.rekey.message.SendOutcome.Failing;
import dev.rekey.message.SendOutcome.Refused;
import dev.rekey.message.SendOutcome.Unclear;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a fault of the provider means for the message. Only what passes by itself is worth holding
 * up everybody behind it: throttling, 5xx, time-outs, a provider out of reach. Any other refusal
 * would be the same the next time, and ends in an audit line with the code (design, Deliver).
 */
public final class FaultOutcome {

  private FaultOutcome() {}

  /** The outcome; its reason is a short code, never the message. */
  public static SendOutcome of(SdkException fault) {
    return switch (fault) {
      case AwsServiceException refusal when passes(refusal) -> new Failing(ErrorCode.of(refusal));
      case AwsServiceException refusal -> new Refused(ErrorCode.of(refusal));
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> new Unclear("timed-out");
      case SdkException neverSent when neverSent(neverSent) -> new Failing("out-of-reach");
      default -> new Unclear("no-answer");
    };
  }

  /**
   * Whether there certainly was no connection: what broke later may have reached the provider. A
   * connection that was not answered in time is not among it, because the client throws the same
   * for an answer that did not come.
   */
  private static boolean neverSent(SdkException fault) {
    return fault.getCause() instanceof ConnectException
        || fault.getCause() instanceof NoRouteToHostException
        || fault.getCause() instanceof UnknownHostException;
  }

  private static boolean passes(AwsServiceException refusal) {
    return refusal.statusCode() >= 500
        || refusal.isThrottlingException()
        || ErrorCode.of(refusal).startsWith("KMSThrottling") // a 400, of a topic with a key
        || ErrorCode.of(refusal).startsWith("ExpiredToken");
  }
}
