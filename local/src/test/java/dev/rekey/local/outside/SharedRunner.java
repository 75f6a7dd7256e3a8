package dev.rekey.local.outside;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one runner for all classes of a process, in memory, without a rate per source:
 * everybody is 127.0.0.1 here. Each test brings its own people, so that none meets the limits of
 * another.
 */
public final class SharedRunner implements ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(SharedRunner.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunnerUnderTest.class;
  }

  @Override
  public RunnerUnderTest resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, HERE)
        .computeIfAbsent(
            RunnerUnderTest.class,
            _ -> RunnerUnderTest.start(Map.of("REKEY_RATE_PER_SOURCE", "100000")),
            RunnerUnderTest.class);
  }
}
