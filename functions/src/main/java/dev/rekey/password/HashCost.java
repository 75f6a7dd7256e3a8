package dev.rekey.password;

import java.util.Locale;

/**
 * What one Argon2id hash costs. Anything weaker than OWASP's choices cannot be made (R31): 46 MiB
 * with 1 pass, 19 MiB with 2 or 12 MiB with 3.
 *
 * @param memoryKib memory in KiB, 1 GiB at most
 * @param passes iterations, 20 at most
 * @param lanes parallelism, 16 at most
 */
public record HashCost(int memoryKib, int passes, int lanes) {
  static final int MAX_MEMORY_KIB = 1024 * 1024;
  static final int MAX_PASSES = 20;
  static final int MAX_LANES = 16;

  /** OWASP's first choice for a function that also does other work. */
  public static final HashCost DEFAULT = new HashCost(19 * 1024, 2, 1);

  /** Refuses weaker and absurd costs, in words for the one who set them. */
  public HashCost {
    if (memoryKib < leastMemoryKib(passes)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Argon2id with %d KiB and %d passes is weaker than OWASP allows: use at least 47104"
                  + " KiB with 1 pass, 19456 KiB with 2 or 12288 KiB with 3",
              memoryKib,
              passes));
    }
    if (memoryKib > MAX_MEMORY_KIB || passes > MAX_PASSES || lanes < 1 || lanes > MAX_LANES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Argon2id takes at most %d KiB, 1 to %d passes and 1 to %d lanes",
              MAX_MEMORY_KIB,
              MAX_PASSES,
              MAX_LANES));
    }
  }

  private static int leastMemoryKib(int passes) {
    return switch (Math.clamp(passes, 0, 3)) {
      case 0 -> Integer.MAX_VALUE;
      case 1 -> 46 * 1024;
      case 2 -> 19 * 1024;
      default -> 12 * 1024;
    };
  }
}
