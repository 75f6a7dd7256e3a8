package dev.rekey.local.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Reads the body of a request that is about to be sent. */
public final class SentBody implements Subscriber<ByteBuffer> {
  private final BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);

  private SentBody() {}

  /** The body as text; empty where there is none. */
  public static String of(HttpRequest request) {
    var reader = new SentBody();
    request.bodyPublisher().ifPresentOrElse(it -> it.subscribe(reader), reader::onComplete);
    return reader.text.getBody().toCompletableFuture().join();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    text.onSubscribe(subscription);
  }

  @Override
  public void onNext(ByteBuffer part) {
    text.onNext(List.of(part));
  }

  @Override
  public void onError(Throwable cause) {
    text.onError(cause);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
