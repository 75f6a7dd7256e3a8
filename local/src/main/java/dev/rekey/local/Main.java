package dev.rekey.local;

import dev.rekey.local.template.TemplateException;
import java.nio.file.Path;

/** Starts the runner: {@code java dev.rekey.local.Main [template.yaml]}. */
public final class Main {
  private Main() {}

  /** Runs until it is killed; what keeps it from starting is one line on stderr and exit 1. */
  public static void main(String[] arguments) {
    try {
      var settings = RunnerSettings.of(System.getenv());
      var template = Path.of(arguments.length > 0 ? arguments[0] : "template.yaml");
      var runner = Runner.start(template, settings);
      Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
      System.out.print(runner.welcome());
      System.out.flush();
    } catch (RunnerException | TemplateException e) {
      System.err.println(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
      Runtime.getRuntime().halt(1);
    } catch (RuntimeException e) { // a bug; threads of DynamoDB Local would keep the process alive
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
