package dev.rekey.local.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** {@code docs/proofs.md}: what is broken on purpose, and the test and the message that tell it. */
record ProofsPage(List<Proof> proofs) {
  private static final String TOP =
      """
      # Each promise, broken on purpose

      A test that cannot fail proves nothing. So each invariant ([SECURITY.md](../SECURITY.md)) and each requirement
      ([standards.md](standards.md)) is broken here in the code, one change at a time, and the test that is named must go red
      with the message that is recorded.

          make prove                              # all of them, in a copy of the checkout
          make prove ONLY="R12 invariant-3"       # those of two promises

      The changes themselves are in [mutations.toml](../local/proofs/mutations.toml); this page is written of it by `make docs`,
      and a test holds that each change still fits the code and each test still exists. `...` stands for what differs from run
      to run, and for the middle of a long message; one that begins with `threw` is an exception's. The simulation has proofs
      of its own, with the steps that lead to each failure: [simulation.md](simulation.md); so has the comparison of times:
      [silence.md](silence.md).

      | promise | what was broken | in | red | with |
      | --- | --- | --- | --- | --- |
      """;

  /**
   * One change and what it makes red.
   *
   * @param promises invariants and requirements, as {@code invariant-3} and {@code R12}
   * @param file from the root of the repository
   * @param find what stands in the file once, and is replaced
   * @param test a class of tests, or one of its methods, or a target of make
   */
  record Proof(
      List<String> promises,
      String broken,
      String file,
      String find,
      String test,
      String message) {}

  static ProofsPage read(Path list) throws IOException {
    var root = new TomlMapper().readTree(Files.readString(list));
    return new ProofsPage(root.path("mutation").valueStream().map(ProofsPage::proof).toList());
  }

  private static Proof proof(JsonNode mutation) {
    return new Proof(
        mutation.path("promises").valueStream().map(JsonNode::asString).toList(),
        mutation.path("broken").asString(),
        mutation.path("file").asString(),
        mutation.path("find").asString(),
        mutation.path("test").asString(),
        mutation.path("message").asString(""));
  }

  String write() {
    var page = new StringBuilder(TOP);
    for (var it : proofs) {
      var promises = it.promises().stream().map(word -> word.replace('-', ' ')).toList();
      page.append("| ").append(String.join(", ", promises));
      page.append(" | ").append(it.broken());
      page.append(" | `").append(it.file().replaceFirst(".*/", "")).append('`');
      page.append(" | `").append(it.test()).append('`');
      page.append(" | ").append(cell(it.message())).append(" |\n");
    }
    return page.toString();
  }

  private static String cell(String message) {
    return message
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("*", "\\*");
  }
}
