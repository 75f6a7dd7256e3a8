package dev.rekey.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a SAM template. */
public final class TemplateReader {
  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String API = "AWS::Serverless::Api";
  private static final String SECRET = "AWS::SecretsManager::Secret";
  private static final String TOPIC = "AWS::SNS::Topic";
  private static final String CONFIGURATION_SET = "AWS::SES::ConfigurationSet";

  private final Tree root;
  private final Values values;

  private TemplateReader(Tree root) {
    this.root = root;
    this.values = new Values(root.at("Conditions"));
  }

  /**
   * Reads a file.
   *
   * @param parameters values of parameters, for those that shall not have their default
   * @param overrides variables of every function that the user sets; where one names a resource
   *     ({@code !Ref Resets}), that resource takes this name
   * @throws TemplateException when something is missing, unknown or of the wrong form
   */
  public static Template read(
      Path file, Map<String, String> parameters, Map<String, String> overrides) {
    try {
      return read(file.getFileName().toString(), Files.readString(file), parameters, overrides);
    } catch (IOException e) {
      throw new TemplateException(file + " cannot be read", e);
    }
  }

  static Template read(
      String file, String text, Map<String, String> parameters, Map<String, String> overrides) {
    return new TemplateReader(CloudFormationYaml.read(file, text)).read(parameters, overrides);
  }

  private Template read(Map<String, String> parameters, Map<String, String> overrides) {
    Parameters.resolve(root.at("Parameters"), parameters, values);
    nameResources(overrides);
    var api = one(API).at("Properties");
    var globals = root.at("Globals").at("Function");
    var functions = new FunctionReader(values, globals, tableNames(), overrides);
    return new Template(
        of(FUNCTION).entrySet().stream()
            .map(e -> functions.read(e.getKey(), e.getValue()))
            .toList(),
        of(TABLE).entrySet().stream().map(e -> table(e.getKey(), e.getValue())).toList(),
        values.text(api.at("StageName")),
        new GatewayResponseReader(values).read(api.at("GatewayResponses")),
        List.copyOf(secretNames()));
  }

  private Map<String, Tree> of(String type) {
    var found = new LinkedHashMap<String, Tree>();
    root.at("Resources")
        .entries()
        .forEach((name, resource) -> {
          if (resource.at("Type").scalar().equals(type)) {
            found.put(name, resource);
          }
        });
    return found;
  }

  private Tree one(String type) {
    var found = of(type);
    if (found.size() != 1) {
      throw root.at("Resources").error("must hold one " + type + " but holds " + found.size());
    }
    return found.values().iterator().next();
  }

  private void nameResources(Map<String, String> overrides) {
    root.at("Resources").entries().keySet().forEach(name -> values.put(name, name));
    of(TABLE).forEach((name, table) -> rename(name, table.at("Properties").at("TableName")));
    of(SECRET).forEach((name, secret) -> rename(name, secret.at("Properties").at("Name")));
    of(TOPIC).keySet().forEach(name -> values.put(name, topicArn(name)));
    // The runner makes none, and SES refuses a mail under a set that is not there.
    of(CONFIGURATION_SET).keySet().forEach(name -> values.put(name, ""));
    root.at("Globals")
        .at("Function")
        .at("Environment")
        .at("Variables")
        .entries()
        .forEach((variable, value) -> nameByOverride(overrides.get(variable), value));
    root.at("Resources")
        .entries()
        .keySet()
        .forEach(
            name -> values.put(name + ".Arn", values.text(new Tree(name, Map.of("Ref", name)))));
  }

  private String topicArn(String name) {
    String arn = "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:" + name;
    return values.text(new Tree(name, Map.of("Fn::Sub", arn)));
  }

  private void rename(String resource, Tree name) {
    if (name.present()) {
      values.put(resource, values.text(name));
    }
  }

  private void nameByOverride(@Nullable String override, Tree value) {
    var ref = value.call("Ref");
    if (override != null && ref != null && root.at("Resources").at(ref.scalar()).present()) {
      values.put(ref.scalar(), override);
    }
  }

  private String physicalName(String resource) {
    return values.text(new Tree("Resources." + resource, Map.of("Ref", resource)));
  }

  private Map<String, String> tableNames() {
    var names = new LinkedHashMap<String, String>();
    of(TABLE).keySet().forEach(name -> names.put(name, physicalName(name)));
    return names;
  }

  private List<String> secretNames() {
    var names = new ArrayList<String>();
    of(SECRET).keySet().forEach(name -> names.add(physicalName(name)));
    return names;
  }

  private TableSpec table(String name, Tree resource) {
    var properties = resource.at("Properties");
    var keys = properties.at("KeySchema").elements();
    if (keys.size() != 1) {
      throw properties.at("KeySchema").error("must name one partition key");
    }
    var key = values.text(keys.get(0).at("AttributeName"));
    var type =
        properties.at("AttributeDefinitions").elements().stream()
            .filter(definition -> values.text(definition.at("AttributeName")).equals(key))
            .map(definition -> values.text(definition.at("AttributeType")))
            .findFirst()
            .orElseThrow(() -> properties.at("AttributeDefinitions").error("lacks " + key));
    var ttl = properties.at("TimeToLiveSpecification");
    boolean expires = ttl.present() && Boolean.parseBoolean(values.text(ttl.at("Enabled")));
    var view = properties.at("StreamSpecification").at("StreamViewType");
    return new TableSpec(
        physicalName(name),
        key,
        type,
        expires ? Optional.of(values.text(ttl.at("AttributeName"))) : Optional.empty(),
        view.present() ? Optional.of(values.text(view)) : Optional.empty());
  }
}
