package dev.rekey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.message.SendOutcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class FaultOutcomeTest {

  static Stream<IOException> withoutAConnection() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new NoRouteToHostException("No route to host"),
        new UnknownHostException("sns.example"));
  }

  @ParameterizedTest
  @MethodSource("withoutAConnection")
  void nothingWasSentWithoutAConnection(IOException cause) {
    assertThat(FaultOutcome.of(SdkClientException.create("+447912345678", cause)))
        .isEqualTo(new SendOutcome.Failing("out-of-reach"));
  }

  static Stream<IOException> onAConnection() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new SocketTimeoutException("Connect timed out"),
        new SocketException("Connection reset"),
        new IOException("broken"));
  }

  @ParameterizedTest
  @MethodSource("onAConnection")
  void nobodyKnowsWhatBecameOfACallThatMayHaveArrived(IOException cause) {
    assertThat(FaultOutcome.of(SdkClientException.create("+447912345678", cause)))
        .isEqualTo(new SendOutcome.Unclear("no-answer"));
  }
}
