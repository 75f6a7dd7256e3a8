package dev.rekey.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Reads an answer to its end before it is parsed. The parser of XML keeps its last input for each
 * thread; were that the connection, it would keep the message that went out by it (R54).
 * Thread-safe.
 */
final class DetachedAnswers implements ExecutionInterceptor {
  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context.responseBody().map(DetachedAnswers::detached);
  }

  private static InputStream detached(InputStream answer) {
    try (answer) {
      return new ByteArrayInputStream(answer.readAllBytes());
    } catch (IOException brokenOff) {
      throw SdkClientException.create("the answer broke off", brokenOff);
    }
  }
}
