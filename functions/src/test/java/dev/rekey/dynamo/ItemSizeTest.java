package dev.rekey.dynamo;

import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.address.EmailAddress;
import dev.rekey.conformance.Scene;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Normally under 1 KiB, 2 KiB at worst: every map is bounded by the rules that fill it. */
class ItemSizeTest {
  private static final int KIB = 1024;
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final DynamoStores stores = DynamoStores.create();

  @Test
  void usualItemIsUnderOneKib() {
    var scene = new Scene(stores, TestLimits.DEFAULT, Scene.someEmail());
    scene.send(source(1));
    scene.charge(source(1));
    scene.later(MINUTE);
    scene.send(source(1));
    scene.charge(source(1));
    int attempted = size("usual, attempted", scene);
    scene.exchange(scene.newToken(scene.account().id()));
    int exchanged = size("usual, exchanged", scene);
    assertThat(Math.max(attempted, exchanged)).isLessThan(KIB);
  }

  @Test
  void worstItemIsAtMostTwoKib() {
    var address = EmailAddress.parse(longest()).orElseThrow();
    var scene = new Scene(stores, TestLimits.DEFAULT, address);
    var account = scene.account();
    var token = scene.liveToken(account.id());
    scene.later(MINUTE);
    scene.finish(token);
    exchangeOneMore(scene);
    for (int sends = 3; sends <= 7; sends++) {
      scene.send(source(sends));
      scene.later(MINUTE);
    }
    for (int code = 0; code < 5; code++) {
      scene.send(source(8 + code));
      for (int stranger = 0; stranger < 10; stranger++) {
        scene.charge(source(100 + code * 10 + stranger));
      }
      scene.later(MINUTE);
    }
    var item = stores.item(scene.hash());
    assertThat(entries(item, "missesBy")).isEqualTo(50);
    assertThat(entries(item, "sendsBy")).isEqualTo(12);
    assertThat(item).containsKey("tokenDigest").doesNotContainKey("noticeId");
    assertThat(size("worst", scene)).isLessThanOrEqualTo(2 * KIB);
  }

  private static int entries(Map<String, AttributeValue> item, String map) {
    return Objects.requireNonNull(item.get(map)).m().size();
  }

  private static void exchangeOneMore(Scene scene) {
    scene.later(MINUTE);
    scene.send(source(2));
    scene.exchange(scene.newToken(new AccountId("x".repeat(36))));
    scene.later(MINUTE);
  }

  private static String longest() {
    return "l".repeat(64)
        + "@"
        + "d".repeat(63)
        + "."
        + "e".repeat(63)
        + "."
        + "f".repeat(57)
        + ".com";
  }

  private int size(String what, Scene scene) {
    var item = stores.item(scene.hash());
    int size = ItemSize.of(item);
    String parts =
        item.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry::getKey))
            .map(it -> it.getKey() + " " + ItemSize.of(Map.of(it.getKey(), it.getValue())))
            .collect(Collectors.joining(", "));
    System.out.println("item, " + what + ": " + size + " bytes (" + parts + ")");
    return size;
  }
}
