package dev.rekey.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function as the template declares it.
 *
 * @param handler class name, without a method
 * @param environment its variables: its own, the global ones and those that the user sets
 */
public record FunctionSpec(
    String name,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    Map<String, String> environment,
    List<RouteSpec> routes,
    List<MappingSpec> mappings) {
  public FunctionSpec {
    environment = Map.copyOf(environment);
    routes = List.copyOf(routes);
    mappings = List.copyOf(mappings);
  }
}
