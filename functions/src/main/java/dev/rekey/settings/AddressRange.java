package dev.rekey.settings;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of network addresses in CIDR notation.
 *
 * @param first any address of the range
 * @param prefix how many leading bits its addresses share
 */
public record AddressRange(InetAddress first, int prefix) {

  /** Whether the address lies in the range; IPv4 and IPv6 never meet. */
  public boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] theirs = address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    int whole = prefix / 8;
    if (!Arrays.equals(mine, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int rest = prefix % 8;
    return rest == 0 || (mine[whole] & 0xff) >> (8 - rest) == (theirs[whole] & 0xff) >> (8 - rest);
  }

  private static InetAddress literal(String value) {
    try {
      return InetAddress.ofLiteral(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "holds an address that is none: write it like 10.0.0.0/8", e);
    }
  }

  static AddressRange parse(String value) {
    int slash = value.indexOf('/');
    var first = literal(slash < 0 ? value : value.substring(0, slash));
    int bits = first.getAddress().length * 8;
    if (slash < 0) {
      return new AddressRange(first, bits);
    }
    String prefix = value.substring(slash + 1);
    if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
      throw new IllegalArgumentException("holds a range that is none: write it like 10.0.0.0/8");
    }
    return new AddressRange(first, Integer.parseInt(prefix));
  }
}
