package dev.rekey.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.255.255,true",
    "10.0.0.0/8,11.0.0.0,false",
    "10.0.0.0/8,9.255.255.255,false",
    "192.0.2.128/25,192.0.2.128,true",
    "192.0.2.128/25,192.0.2.127,false",
    "192.0.2.77/31,192.0.2.76,true",
    "192.0.2.77/31,192.0.2.78,false",
    "192.0.2.7,192.0.2.7,true",
    "192.0.2.7,192.0.2.8,false",
    "192.0.2.7/32,192.0.2.6,false",
    "128.0.0.0/8,128.1.2.3,true",
    "10.0.0.0/8,::1,false",
    "2001::/16,2001:db8::1,true",
    "2001::/16,10.0.0.1,false",
    "2001:db8::/33,2001:db8:7fff::,true",
    "2001:db8::/33,2001:db8:8000::,false",
    "::1,::1,true",
    "::1/128,::2,false",
    "10.0.0.0/8,::ffff:10.0.0.1,true"
  })
  void holdsTheAddressesThatShareItsPrefix(String range, String address, boolean inside) {
    assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
        .isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "0.0.0.0/7",
        "::/0",
        "2000::/3",
        "10/8",
        "10.1/16",
        "1/32",
        "010.0.0.0.0"
      })
  void aRangeThatTrustsNearlyEverybodyOrMeansAnotherIsRefused(String range) {
    assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(range));
  }
}
