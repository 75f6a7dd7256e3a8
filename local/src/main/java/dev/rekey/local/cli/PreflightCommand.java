package dev.rekey.local.cli;

import dev.rekey.local.cli.preflight.Preflight;
import dev.rekey.local.cli.stack.Complaint;
import dev.rekey.local.template.TemplateException;
import dev.rekey.local.template.TemplateInputs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at everything that would stop a deployment half-way, or would make it useless. */
@Command(
    name = "preflight",
    description = {
      "Check what a deployment needs before it begins: ok, warn or fail, and what to do. Changes"
          + " nothing.",
      "What you may not look at is a warning, and the rest is checked all the same."
    })
final class PreflightCommand implements Callable<Integer> {
  private final Rekey rekey;

  @Mixin private EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--template-file",
      paramLabel = "FILE",
      description = "the template; without it: template.yaml here")
  private Path template = Path.of("template.yaml");

  PreflightCommand(Rekey rekey) {
    this.rekey = rekey;
  }

  @Override
  public Integer call() {
    var chosen = environment.read();
    var inputs = inputs();
    try (var aws = rekey.account(chosen)) {
      return Findings.print(rekey, new Preflight(aws, chosen, inputs).examine());
    }
  }

  private TemplateInputs inputs() {
    try {
      return TemplateInputs.read(template);
    } catch (TemplateException unreadable) {
      throw new Complaint(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }
}
