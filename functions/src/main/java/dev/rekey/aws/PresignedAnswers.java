package dev.rekey.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.json.Json;
import dev.rekey.stack.StackAnswer;
import dev.rekey.stack.StackAnswers;
import dev.rekey.stack.StackUnreachable;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Puts an answer to the presigned address that CloudFormation gave, which is an object of S3. No
 * header is sent that the signature does not know. Thread-safe, as the client is.
 */
public final class PresignedAnswers implements StackAnswers {
  private final SdkHttpClient http;

  /** Takes a client that gives up in time. */
  public PresignedAnswers(SdkHttpClient http) {
    this.http = http;
  }

  @Override
  public void tell(URI where, StackAnswer answer) {
    var body = json(answer);
    var content = ContentStreamProvider.fromUtf8String(body);
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(where)
            .putHeader("Content-Length", Integer.toString(body.getBytes(UTF_8).length))
            .contentStreamProvider(content)
            .build();
    var call = HttpExecuteRequest.builder().request(request).contentStreamProvider(content).build();
    int status = status(call);
    if (status != 200) {
      throw new StackUnreachable("http-" + status);
    }
  }

  @SuppressWarnings("UnusedException") // its message may hold the presigned address
  private int status(HttpExecuteRequest call) {
    try {
      var response = http.prepareRequest(call).call();
      if (response.responseBody().isPresent()) {
        response.responseBody().get().close();
      }
      return response.httpResponse().statusCode();
    } catch (IOException noAnswer) {
      throw new StackUnreachable(noAnswer.getClass().getSimpleName());
    }
  }

  private static String json(StackAnswer answer) {
    var json = Json.MAPPER.createObjectNode();
    json.put("Status", answer.done() ? "SUCCESS" : "FAILED");
    json.put("Reason", answer.reason());
    json.put("PhysicalResourceId", answer.resourceId());
    json.put("StackId", answer.stackId());
    json.put("RequestId", answer.requestId());
    json.put("LogicalResourceId", answer.logicalId());
    return Json.MAPPER.writeValueAsString(json);
  }
}
