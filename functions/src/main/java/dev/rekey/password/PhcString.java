package dev.rekey.password;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * One Argon2id hash in the PHC string format, version 19: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$tag}. Parameters weaker than {@link HashCost} can be read, so
 * that a hash brought from elsewhere is not lost; none is made.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared and never leaves this package
record PhcString(int memoryKib, int passes, int lanes, byte[] salt, byte[] tag) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9][0-9]?)"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
  private static final int BLOCKS_A_LANE = 8; // RFC 9106, section 3.1

  /** Hashes a password. */
  static PhcString make(HashCost cost, byte[] salt, int tagLength, byte[] password, byte[] pepper) {
    var form =
        new PhcString(cost.memoryKib(), cost.passes(), cost.lanes(), salt, new byte[tagLength]);
    return new PhcString(
        form.memoryKib, form.passes, form.lanes, salt, form.tagOf(password, pepper));
  }

  /**
   * Reads exactly the form that is written; nothing is repaired. The ceilings bound the work of a
   * broken entry.
   */
  static Optional<PhcString> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(of(match.toMatchResult()))
            .filter(phc -> phc.isBounded() && phc.text().equals(text))
        : Optional.empty();
  }

  private static PhcString of(MatchResult match) {
    return new PhcString(
        Integer.parseInt(match.group(1)),
        Integer.parseInt(match.group(2)),
        Integer.parseInt(match.group(3)),
        decoded(match.group(4)),
        decoded(match.group(5)));
  }

  private static byte[] decoded(String text) {
    return text.length() % 4 == 1 ? new byte[0] : Base64.getDecoder().decode(text);
  }

  private boolean isBounded() {
    return memoryKib >= BLOCKS_A_LANE * lanes
        && memoryKib <= HashCost.MAX_MEMORY_KIB
        && passes <= HashCost.MAX_PASSES
        && lanes <= HashCost.MAX_LANES;
  }

  /**
   * The tag that a password gives with these parameters and this salt; as long as the tag that is
   * here.
   */
  byte[] tagOf(byte[] password, byte[] pepper) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .withSecret(pepper)
            .build());
    var result = new byte[tag.length];
    generator.generateBytes(password, result);
    return result;
  }

  String text() {
    var base64 = Base64.getEncoder().withoutPadding();
    return String.format(
        Locale.ROOT, // digits of another script would make a hash that nobody can read
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        memoryKib,
        passes,
        lanes,
        base64.encodeToString(salt),
        base64.encodeToString(tag));
  }

  @Override
  public String toString() {
    return "PhcString[hidden]";
  }
}
