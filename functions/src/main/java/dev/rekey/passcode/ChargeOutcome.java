package dev.rekey.passcode;

/** What became of an attempt before its passcode is looked at. */
public sealed interface ChargeOutcome {

  /**
   * The attempt is taken, and counted as a miss until it proves right.
   *
   * @param passcode what to compare with
   * @param misses consecutive misses at the address, this one included
   */
  record Charged(IssuedPasscode passcode, int misses) implements ChargeOutcome {
    /**
     * Whether this was the last attempt that the address allows: if it is wrong, recovery is shut.
     */
    public boolean last() {
      return misses >= Limits.MISSES_IN_ALL;
    }
  }

  /**
   * No passcode is there, or its tries or those of the source are used up: nothing may be compared.
   */
  record Refused() implements ChargeOutcome {}

  /**
   * The address has no miss left, but is not marked as shut yet: whoever took the last one died
   * before it said so.
   */
  record Exhausted() implements ChargeOutcome {}
}
