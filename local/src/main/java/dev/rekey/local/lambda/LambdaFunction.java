package dev.rekey.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.local.template.FunctionSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One function, called with bytes and a time limit as Lambda does. Thread-safe.
 *
 * <p>Lambda gives each call a processor of its own. Here all share this machine's, so only a few
 * are in work at once and the others wait outside the time limit: fifty hashes side by side would
 * starve each other's calls of DynamoDB until they time out.
 */
public final class LambdaFunction implements AutoCloseable {
  private static final int INSTANCES = 10;

  private final FunctionSpec spec;
  private final RequestStreamHandler handler;
  private final ExecutorService threads;
  private final Semaphore instances = new Semaphore(INSTANCES, true);

  public LambdaFunction(FunctionSpec spec, RequestStreamHandler handler) {
    this.spec = spec;
    this.handler = handler;
    // Named, so that a dump of threads tells the function that hangs.
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name(spec.name()).factory());
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
    instances.acquireUninterruptibly();
    try {
      return call(event);
    } finally {
      instances.release();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private byte[] call(byte[] event) throws FunctionError {
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

  private byte[] handle(byte[] event) throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, new LocalContext(spec));
    return answer.toByteArray();
  }
}
