package dev.rekey.local.cli;

import dev.rekey.local.cli.stack.Plain;
import dev.rekey.local.wire.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** One operation on one address. */
@Command
final class OperateCommand implements Callable<Integer> {
  private final Rekey rekey;
  private final Act act;

  @Parameters(
      paramLabel = "ADDRESS",
      description = "an e-mail address, or a number with its country code as +8613800138000")
  private String address = "";

  OperateCommand(Rekey rekey, Act act) {
    this.rekey = rekey;
    this.act = act;
  }

  @Override
  public Integer call() {
    try (var connection = rekey.connect()) {
      var answer = connection.operate(act.operation(), address);
      if (rekey.json()) {
        rekey.out().println(Json.text(answer));
      } else {
        act.words(answer).forEach(line -> rekey.out().println(Plain.text(line)));
      }
      return act.isDone(answer) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
