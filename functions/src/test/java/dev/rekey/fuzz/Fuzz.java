package dev.rekey.fuzz;

import java.util.function.Consumer;

/** Where Jazzer comes in: one target a process, named by the only argument. */
public final class Fuzz {
  private static Consumer<Input> target =
      _ -> {
        throw new IllegalStateException("Jazzer has not said which target");
      };

  private Fuzz() {}

  /** Called once by Jazzer. Loads what the target needs, which takes longer than an input may. */
  public static void fuzzerInitialize(String[] arguments) {
    target = Target.named(arguments[0])::check;
    fuzzerTestOneInput(new byte[0]);
  }

  /** Called by Jazzer with each input; whatever it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] data) {
    target.accept(new Input(data));
  }
}
