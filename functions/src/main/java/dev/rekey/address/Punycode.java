package dev.rekey.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;

/** RFC 3492, with the parameters of its section 5; names as in its section 6. */
final class Punycode {

  private static final int BASE = 36;
  private static final int TMIN = 1;
  private static final int TMAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private Punycode() {}

  /** Encodes a label of at most 63 UTF-16 units, so that no product below can overflow an int. */
  static String encode(String label) {
    int[] input = label.codePoints().toArray();
    StringBuilder output = new StringBuilder();
    label.codePoints().filter(sign -> sign < INITIAL_N).forEach(output::appendCodePoint);
    int basic = output.length();
    if (basic > 0) {
      output.append('-');
    }
    int bias = INITIAL_BIAS;
    int delta = 0;
    int n = INITIAL_N;
    for (int handled = basic; handled < input.length; n++, delta++) {
      int next = smallestFrom(n, input);
      delta += (next - n) * (handled + 1);
      n = next;
      for (int sign : input) {
        if (sign < n) {
          delta++;
        } else if (sign == n) {
          appendInteger(delta, bias, output);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
    }
    return output.toString();
  }

  /**
   * Decodes the end of a label behind its xn--. What comes out may be no text, and need not be what
   * {@link #encode} would spell so.
   *
   * @return the label, or empty where the text breaks off or some sign is beyond Unicode
   */
  static Optional<String> decode(String encoded) {
    int basic = Math.max(encoded.lastIndexOf('-'), 0);
    List<Integer> output = new ArrayList<>(encoded.chars().limit(basic).boxed().toList());
    var digits = encoded.substring(encoded.lastIndexOf('-') + 1).chars().iterator();
    int bias = INITIAL_BIAS;
    long n = INITIAL_N;
    long i = 0;
    while (digits.hasNext()) {
      long delta = nextInteger(digits, bias);
      int points = output.size() + 1;
      i += delta;
      n += i / points;
      i %= points;
      if (delta < 0 || n > Character.MAX_CODE_POINT) {
        return Optional.empty();
      }
      bias = adapt((int) delta, points, output.size() == basic);
      output.add((int) i++, (int) n);
    }
    return Optional.of(output.stream().map(Character::toString).collect(Collectors.joining()));
  }

  /** One delta, or -1 where it is none; a delta that is too great for an int is none. */
  private static long nextInteger(PrimitiveIterator.OfInt digits, int bias) {
    long integer = 0;
    long weight = 1; // never greater than the integer but by one digit, since that is above zero
    for (int k = BASE; digits.hasNext(); k += BASE) {
      int digit = value(digits.nextInt());
      int t = Math.clamp(k - bias, TMIN, TMAX);
      integer += digit * weight;
      if (digit < 0 || integer > Integer.MAX_VALUE) {
        return -1;
      }
      if (digit < t) {
        return integer;
      }
      weight *= BASE - t;
    }
    return -1;
  }

  private static int value(int digit) {
    if (digit >= 'a' && digit <= 'z') {
      return digit - 'a';
    }
    return digit >= '0' && digit <= '9' ? digit - '0' + 26 : -1;
  }

  private static int smallestFrom(int n, int[] input) {
    int smallest = Integer.MAX_VALUE;
    for (int sign : input) {
      if (sign >= n && sign < smallest) {
        smallest = sign;
      }
    }
    return smallest;
  }

  private static void appendInteger(int delta, int bias, StringBuilder output) {
    int q = delta;
    for (int k = BASE; ; k += BASE) {
      int t = Math.clamp(k - bias, TMIN, TMAX);
      if (q < t) {
        output.append(digit(q));
        return;
      }
      output.append(digit(t + (q - t) % (BASE - t)));
      q = (q - t) / (BASE - t);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int adapt(int delta, int points, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > ((BASE - TMIN) * TMAX) / 2) {
      rest /= BASE - TMIN;
      k += BASE;
    }
    return k + (BASE - TMIN + 1) * rest / (rest + SKEW);
  }
}
