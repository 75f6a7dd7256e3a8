package dev.rekey.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that ran. */
record Ran(int exit, String out, String err) {

  static Ran rekey(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit = Rekey.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(exit, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** All that it printed, which must be one JSON value. */
  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }
}
