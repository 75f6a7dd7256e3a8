package dev.rekey.local.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with the short forms of CloudFormation: {@code !Ref X} reads as {@code {Ref: X}}. */
final class CloudFormationYaml extends SafeConstructor {
  /** Many statements, responses and alarms are alike; a bomb of aliases would need more. */
  private static final int MOST_ALIASES = 500;

  private CloudFormationYaml(LoaderOptions options) {
    super(options);
    yamlMultiConstructors.put("!", new ShortForm());
  }

  /** Reads a text; duplicate keys are refused, as CloudFormation does. */
  static Tree read(String file, String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    try {
      return new Tree(file + ":", new Yaml(new CloudFormationYaml(options)).load(text));
    } catch (YAMLException e) {
      throw new TemplateException(file + " is not well-formed YAML: " + oneLine(e), e);
    }
  }

  private static String oneLine(YAMLException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", " ");
  }

  private final class ShortForm extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      var name = node.getTag().getValue().substring(1);
      var function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
      return Map.of(function, value(node));
    }

    private Object value(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new YAMLException("unknown node " + node.getNodeId());
      };
    }

    @Override
    public void construct2ndStep(Node node, @Nullable Object data) {
      throw new YAMLException("a short form may not hold itself");
    }
  }
}
