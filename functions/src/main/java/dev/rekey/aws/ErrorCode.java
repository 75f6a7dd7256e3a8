package dev.rekey.aws;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The short code of a refusal, fit for a log: never its message, which may hold an address or an
 * item (R18, R46).
 */
public final class ErrorCode {
  /** What stands between us and AWS may answer too, with anything in it. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.]{1,64}");

  private ErrorCode() {}

  /** The code, or {@code http-} and the status where there is none of that form. */
  public static String of(AwsServiceException refusal) {
    AwsErrorDetails details = refusal.awsErrorDetails();
    return of(details == null ? null : details.errorCode())
        .orElseGet(() -> "http-" + refusal.statusCode());
  }

  /** The code, if it has the form of one. */
  public static Optional<String> of(@Nullable String told) {
    return Optional.ofNullable(told).filter(code -> FORM.matcher(code).matches());
  }
}
