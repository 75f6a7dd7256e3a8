package dev.rekey.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads functions, with what the globals give to all of them. */
final class FunctionReader {
  private static final int LONGEST_AGE_SECONDS = 86_400;

  private final Values values;
  private final Tree globals;
  private final Map<String, String> tables;
  private final Map<String, String> overrides;

  FunctionReader(
      Values values, Tree globals, Map<String, String> tables, Map<String, String> overrides) {
    this.values = values;
    this.globals = globals;
    this.tables = tables;
    this.overrides = overrides;
  }

  FunctionSpec read(String name, Tree resource) {
    var properties = resource.at("Properties");
    var routes = new ArrayList<RouteSpec>();
    var mappings = new ArrayList<MappingSpec>();
    for (var event : properties.at("Events").entries().values()) {
      var type = event.at("Type").scalar();
      switch (type) {
        case "Api" -> routes.add(route(event.at("Properties")));
        case "SNS" -> {} // nobody publishes here: the stand-in for SES tells nothing back
        case "DynamoDB" -> mappings.add(mapping(event.at("Properties")));
        default -> throw event.at("Type").error("is " + type + ", which the runner does not know");
      }
    }
    return new FunctionSpec(
        name,
        handler(properties.at("Handler")),
        Duration.ofSeconds(number(properties, "Timeout", 3)),
        number(properties, "MemorySize", 128),
        environment(properties),
        routes,
        mappings);
  }

  private String handler(Tree tree) {
    var text = values.text(tree);
    int method = text.indexOf("::");
    return method < 0 ? text : text.substring(0, method);
  }

  private int number(Tree properties, String key, int otherwise) {
    return values.number(properties.at(key), values.number(globals.at(key), otherwise));
  }

  private Map<String, String> environment(Tree properties) {
    var variables = new LinkedHashMap<String, String>();
    for (var from : List.of(globals, properties)) {
      from.at("Environment")
          .at("Variables")
          .entries()
          .forEach((name, value) -> variables.put(name, values.text(value)));
    }
    variables.putAll(overrides);
    return variables;
  }

  private RouteSpec route(Tree event) {
    var path = values.text(event.at("Path"));
    if (!path.startsWith("/") || path.contains("{")) {
      throw event.at("Path").error("must be a fixed path that begins with /");
    }
    return new RouteSpec(values.text(event.at("Method")).toUpperCase(Locale.ROOT), path);
  }

  private MappingSpec mapping(Tree event) {
    var patterns =
        event.at("FilterCriteria").at("Filters").elements().stream()
            .map(filter -> values.text(filter.at("Pattern")))
            .toList();
    boolean partial =
        event.at("FunctionResponseTypes").elements().stream()
            .anyMatch(type -> values.text(type).equals("ReportBatchItemFailures"));
    var bisect = event.at("BisectBatchOnFunctionError");
    return new MappingSpec(
        streamTable(event.at("Stream")),
        values.number(event.at("BatchSize"), 100),
        values.number(event.at("ParallelizationFactor"), 1),
        Duration.ofSeconds(
            values.number(event.at("MaximumRecordAgeInSeconds"), LONGEST_AGE_SECONDS)),
        bisect.present() && Boolean.parseBoolean(values.text(bisect)),
        partial,
        patterns);
  }

  private String streamTable(Tree stream) {
    var attribute = stream.call("Fn::GetAtt");
    if (attribute != null && attribute.scalar().endsWith(".StreamArn")) {
      var table = tables.get(attribute.scalar().replace(".StreamArn", ""));
      if (table != null) {
        return table;
      }
    }
    throw stream.error("must be the StreamArn of a table of this template");
  }
}
