/**
 * Deterministic simulation: the use cases run unchanged over the in-memory ports, and a scheduler
 * decides which call's next port call runs, when time moves, what fails and what dies. What must
 * never be is judged from outside; see docs/simulation.md.
 */
@NullMarked
package dev.rekey.simulation;

import org.jspecify.annotations.NullMarked;
