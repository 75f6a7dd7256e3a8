package dev.rekey.local.template;

import java.util.List;
import java.util.Map;

/**
 * The template as far as the runner needs it, all names resolved.
 *
 * @param stage of the API
 * @param gatewayResponses by type, such as {@code DEFAULT_4XX}
 * @param secrets names of the declared secrets
 */
public record Template(
    List<FunctionSpec> functions,
    List<TableSpec> tables,
    String stage,
    Map<String, GatewayResponseSpec> gatewayResponses,
    List<String> secrets) {
  public Template {
    functions = List.copyOf(functions);
    tables = List.copyOf(tables);
    gatewayResponses = Map.copyOf(gatewayResponses);
    secrets = List.copyOf(secrets);
  }

  /**
   * The name of the secret that holds the keys.
   *
   * @throws TemplateException when the template declares none, or several
   */
  public String keysSecret() {
    if (secrets.size() != 1) {
      throw new TemplateException("template.yaml must declare one secret, for the keys");
    }
    return secrets.getFirst();
  }
}
