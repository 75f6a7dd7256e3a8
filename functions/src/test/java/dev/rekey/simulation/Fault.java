package dev.rekey.simulation;

import java.util.List;

/** What may happen to one port call. */
enum Fault {
  NONE,
  /** Throttled, or met by a conflicting transaction: nothing was done, the adapter tries again. */
  TURNED_AWAY,
  /** Every try timed out before anything was done. */
  OUT_OF_REACH,
  /** It was done, but its answer was lost: the adapter tries again with the same ids. */
  ANSWER_LOST,
  /** It was done, but no try was answered. */
  ANSWERS_LOST,
  /** The provider of messages refuses for good; stores know no such thing. */
  REJECTED,
  /** The process dies after it was done. */
  DIES,
  /** The process dies before it was done. */
  DIES_BEFORE;

  /**
   * Those of a store that differ where every order is tried: to be turned away is to be later, and
   * to die before a port call is to die after the one before it.
   */
  static final List<Fault> OF_STORES = List.of(NONE, OUT_OF_REACH, ANSWER_LOST, ANSWERS_LOST, DIES);

  /**
   * Those of a provider of messages; it repeats nothing, so it knows no answer that is lost once.
   */
  static final List<Fault> OF_PROVIDERS = List.of(NONE, OUT_OF_REACH, REJECTED, ANSWERS_LOST, DIES);
}
