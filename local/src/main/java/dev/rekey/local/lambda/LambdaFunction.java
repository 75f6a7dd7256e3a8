package dev.rekey.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.local.template.FunctionSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One function, called with bytes and a time limit as Lambda does. Thread-safe. */
public final class LambdaFunction implements AutoCloseable {
  private final FunctionSpec spec;
  private final RequestStreamHandler handler;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public LambdaFunction(FunctionSpec spec, RequestStreamHandler handler) {
    this.spec = spec;
    this.handler = handler;
  }

  public FunctionSpec spec() {
    return spec;
  }

  /**
   * Calls the function.
   *
   * @throws FunctionError when it throws or takes longer than the template allows
   */
  public byte[] invoke(byte[] event) throws FunctionError {
    var call = threads.submit(() -> handle(event));
    try {
      return call.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new FunctionError(spec.name() + " failed: " + e.getCause(), e);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new FunctionError(spec.name() + " timed out after " + spec.timeout(), e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new FunctionError(spec.name() + " was stopped", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private byte[] handle(byte[] event) throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, new LocalContext(spec));
    return answer.toByteArray();
  }
}
