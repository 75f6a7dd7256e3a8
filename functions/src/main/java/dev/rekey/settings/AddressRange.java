package dev.rekey.settings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A range of network addresses in CIDR notation.
 *
 * @param first any address of the range
 * @param prefix how many leading bits its addresses share
 */
public record AddressRange(InetAddress first, int prefix) {
  private static final Pattern FOUR_PARTS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final int WIDEST_IPV4 = 8;
  private static final int WIDEST_IPV6 = 16;

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

  /**
   * Nearly everybody cannot be the team's own backend: whoever is trusted chooses the source of a
   * call.
   */
  private static AddressRange checked(InetAddress first, int prefix) {
    int widest = first instanceof Inet6Address ? WIDEST_IPV6 : WIDEST_IPV4;
    if (prefix < widest) {
      throw new IllegalArgumentException(
          "holds a range wider than /" + widest + ": name the addresses of your backends alone");
    }
    return new AddressRange(first, prefix);
  }

  private static InetAddress literal(String value) {
    try {
      if (!value.contains(":") && !FOUR_PARTS.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "short forms of IPv4 mean something else than they seem");
      }
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
    return checked(first, Integer.parseInt(prefix));
  }
}
