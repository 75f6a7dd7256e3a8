package dev.rekey.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.local.RunnerException;
import dev.rekey.local.template.FunctionSpec;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the functions of the template, each with a composition root of its own. */
public final class Functions {
  private final Clock clock;

  /** Takes what all functions share. */
  public Functions(Clock clock) {
    this.clock = clock;
  }

  /**
   * Makes all of them.
   *
   * @throws RunnerException when a handler is missing or refuses its settings
   */
  public List<LambdaFunction> make(List<FunctionSpec> specs) {
    return specs.stream().map(spec -> new LambdaFunction(spec, handler(spec))).toList();
  }

  /** The function of that name in the template. */
  public static LambdaFunction named(String name, List<LambdaFunction> functions) {
    return functions.stream()
        .filter(it -> it.spec().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new RunnerException("template.yaml has no function " + name));
  }

  private RequestStreamHandler handler(FunctionSpec spec) {
    try {
      var app = new App(spec.environment(), clock);
      return Class.forName(spec.handler())
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(App.class)
          .newInstance(app);
    } catch (InvocationTargetException e) {
      throw new RunnerException(spec.name() + " does not start: " + reason(e.getCause()), e);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new RunnerException(
          "the template names the handler " + spec.handler() + ", which cannot be made: " + e, e);
    } catch (RuntimeException e) {
      throw new RunnerException(spec.name() + " does not start: " + reason(e), e);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    return cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
  }
}
