package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.passcode.Source;
import dev.rekey.settings.Environments;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Design, Source; contract section 9, row source; R9. */
class SourcesTest {
  private static final Sources SOURCES = trusting("10.0.0.0/8,2001:db8:ffff::/48");

  private static Sources trusting(String ranges) {
    var settings = Environments.settings("REKEY_TRUSTED_SOURCES", ranges);
    return new Sources(settings.trustedSources(), ThrowAwayKeys.keys());
  }

  private static Source at(String client) {
    return of(ProxyCall.of("POST", "/").from(client)).orElseThrow();
  }

  private static Optional<Source> of(ProxyCall call) {
    return SOURCES.of(call.event());
  }

  @Test
  void anIpv4AddressCountsAsItself() {
    assertThat(at("198.51.100.7")).isEqualTo(at("198.51.100.7")).isNotEqualTo(at("198.51.100.8"));
  }

  @Test
  void anIpv6AddressCountsAsIts64ForRates() {
    assertThat(at("2001:db8:1:2::1").rateKey()).isEqualTo(at("2001:db8:1:2:ffff::9").rateKey());
    assertThat(at("2001:db8:1:2::1").rateKey()).isNotEqualTo(at("2001:db8:1:3::1").rateKey());
  }

  @Test
  void anIpv6AddressCountsAsIts48InsideAnItem() {
    assertThat(at("2001:db8:1:2::1").itemKey()).isEqualTo(at("2001:db8:1:ffff::1").itemKey());
    assertThat(at("2001:db8:1::1").itemKey()).isNotEqualTo(at("2001:db8:2::1").itemKey());
  }

  @Test
  void anIpv4MappedAddressIsTheIpv4Address() {
    assertThat(at("::ffff:198.51.100.7")).isEqualTo(at("198.51.100.7"));
    assertThat(of(ProxyCall.of("POST", "/").from("::ffff:10.1.2.3"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x-forwarded-for,203.0.113.5",
    "x-real-ip,203.0.113.5",
    "forwarded,for=203.0.113.5",
    "true-client-ip,203.0.113.5",
    "x-forwarded-for,'10.0.0.1, 203.0.113.5'"
  })
  void r9_noHeaderOfAStrangerCounts(String name, String value) {
    assertThat(of(ProxyCall.of("POST", "/").header(name, value))).contains(at("198.51.100.7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "10.255.255.255", "2001:db8:ffff:1::1"})
  void aTrustedBackendNamesTheSource(String backend) {
    var call = ProxyCall.of("POST", "/").from(backend);
    assertThat(of(call)).isEmpty();
    assertThat(of(call.header("X-Real-IP", "198.51.100.7"))).contains(at("198.51.100.7"));
  }

  @Test
  void aTrustedBackendThatNamesNoAddressNamesNobody() {
    var call = ProxyCall.of("POST", "/").from("10.0.0.1");
    assertThat(of(call.header("x-forwarded-for", "198.51.100.7"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "198.51.100.7, 203.0.113.5", "x"})
  void whatATrustedBackendNamesWronglyIsOneSourceForAll(String name) {
    var call = ProxyCall.of("POST", "/").from("10.0.0.1");
    assertThat(of(call.header("x-real-ip", name))).contains(at(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.0.1", "9.255.255.255", "2001:db8:fffe::1"})
  void outsideOfTheRangesNobodyIsTrusted(String client) {
    var call = ProxyCall.of("POST", "/").from(client).header("x-real-ip", "203.0.113.5");
    assertThat(of(call)).contains(at(client));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "test-invoke-source-ip"})
  void withoutAnAddressAllCallersAreOneSource(String client) {
    assertThat(at(client)).isEqualTo(at("")).isNotEqualTo(at("0.0.0.0"));
  }

  @Test
  void r46_theAddressIsNotInItsName() {
    assertThat(at("198.51.100.7").toString()).doesNotContain("198.51");
    assertThat(at("198.51.100.7").itemKey()).hasSize(6);
  }
}
