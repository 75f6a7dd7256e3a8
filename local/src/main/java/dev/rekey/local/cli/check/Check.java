package dev.rekey.local.cli.check;

import dev.rekey.local.cli.stack.Complaint;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One thing to look at.
 *
 * @param permission what whoever looks must be allowed to do
 */
public record Check(String name, String permission, Supplier<Finding> look) {
  private static final int FORBIDDEN = 403;

  /** What it came to; that it could not be looked at is a finding as well, and stops no other. */
  public Finding run() {
    try {
      return look.get();
    } catch (AwsServiceException refused) {
      return refused(refused);
    } catch (SdkException unreached) {
      return Finding.warn(name, "not checked: " + unreached.getMessage(), "try again");
    } catch (Complaint complaint) {
      return Finding.fail(name, String.valueOf(complaint.getMessage()), "");
    }
  }

  /** The same, where what fails does not keep anybody from going on. */
  public Check atMostWarning() {
    return new Check(name, permission, () -> run().atMostWarning());
  }

  private Finding refused(AwsServiceException refused) {
    var details = refused.awsErrorDetails();
    String code = details == null ? String.valueOf(refused.statusCode()) : details.errorCode();
    if (refused.statusCode() == FORBIDDEN || code.contains("AccessDenied")) {
      return Finding.warn(name, "not checked: you may not look", "allow yourself " + permission);
    }
    if (code.contains("NotFound")) {
      return Finding.fail(name, "it is not there (" + code + ")", "deploy the stack again");
    }
    return Finding.warn(name, "not checked: " + code, "try again");
  }
}
