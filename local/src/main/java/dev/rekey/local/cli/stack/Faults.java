package dev.rekey.local.cli.stack;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Words for what went wrong. */
public final class Faults {
  private Faults() {}

  public static String line(Throwable fault) {
    return switch (fault) {
      case Complaint complaint -> String.valueOf(complaint.getMessage());
      case AwsServiceException refused -> "AWS refused: " + reason(refused);
      case SdkException unreached -> unreached(String.valueOf(unreached.getMessage()));
      default -> "a bug of this program: " + fault;
    };
  }

  /** An error code and what AWS says of it, on one line. */
  public static String reason(AwsServiceException refused) {
    var details = refused.awsErrorDetails();
    String text =
        details == null
            ? "status " + refused.statusCode()
            : details.errorCode() + ": " + details.errorMessage();
    return Plain.text(text);
  }

  private static String unreached(String message) {
    if (message.contains("region")) {
      return "no region is set: give --region, or set AWS_REGION";
    }
    if (message.contains("credentials")) {
      return "no credentials for AWS: give --profile, or sign in as for the AWS CLI";
    }
    return "AWS cannot be reached: " + Plain.text(message);
  }
}
