package dev.rekey.local.cli;

import dev.rekey.local.cli.stack.Complaint;
import dev.rekey.local.cli.stack.Plain;
import dev.rekey.local.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the function Operate answered. */
final class OperateAnswer {
  private OperateAnswer() {}

  /**
   * Reads it.
   *
   * @param where the function is, for the complaint
   * @throws Complaint where it refused, or is no such function
   */
  static ObjectNode read(String text, String where) {
    ObjectNode answer;
    try {
      answer = Json.readObject(text);
    } catch (IllegalArgumentException e) {
      throw new Complaint("what answers at " + where + " is not Operate", e);
    }
    String error = Json.text(answer, "error");
    if (error != null) {
      throw new Complaint("Operate at " + where + " refused: " + Plain.text(error));
    }
    if (Json.text(answer, "subject") == null) {
      throw new Complaint("what answers at " + where + " is not Operate");
    }
    return answer;
  }
}
