package dev.rekey.simulation;

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
  DIES_BEFORE
}
