package dev.rekey.local.cli;

import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Complaint;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The far end of the commands: a stack, or a runner. */
interface Connection extends AutoCloseable {

  /**
   * Asks the function Operate.
   *
   * @throws Complaint where it cannot be reached, or refuses
   */
  ObjectNode operate(String operation, String address);

  /** The audit lines that have this, oldest first, over all functions. */
  List<ObjectNode> audit(Clue clue, String value, Duration back);

  /** What is in order and what is not. Changes nothing. */
  List<Finding> examine();

  @Override
  void close();
}
