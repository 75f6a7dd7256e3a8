package dev.rekey.local.openapi;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.template.GatewayResponseSpec;
import dev.rekey.local.template.Template;
import dev.rekey.local.template.TemplateReader;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file speaks of the routes and the gateway that are deployed. */
class RoutesTest {
  private static final String REQUEST_ID = "934108e5-9fbf-4d24-8da1-c330328abd6c";

  private final ApiFile file = ApiFile.shipped();
  private final Template template =
      TemplateReader.read(
          Path.of("../template.yaml"), Map.of("Apps", "app", "MailFrom", "a@b.example"), Map.of());

  @Test
  void describesTheRoutesOfTheTemplateAndNoOthers() {
    var deployed =
        template.functions().stream().flatMap(function -> function.routes().stream()).toList();

    assertThat(file.operations().keySet()).containsExactlyInAnyOrderElementsOf(deployed);
    assertThat(file.stage()).isEqualTo(template.stage());
  }

  @Test
  void describesWhatTheGatewayAnswersByItself() {
    assertThat(template.gatewayResponses()).isNotEmpty();
    template
        .gatewayResponses()
        .forEach((type, response) ->
            file.operations().values().stream()
                .filter(operation -> operation.request().isPresent())
                .forEach(operation ->
                    assertThat(problems(operation, response))
                        .as("%s of %s", type, operation.route())
                        .isEmpty()));
  }

  private static List<String> problems(Operation operation, GatewayResponseSpec response) {
    int status = response.status().orElseThrow();
    var answer = operation.answers().get(status);
    if (answer == null) {
      return List.of("HTTP " + status + " is not declared");
    }
    var headers =
        response.headers().entrySet().stream()
            .collect(toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    return answer.problems(
        HttpHeaders.of(headers, (_, _) -> true),
        response.body().replace("$context.requestId", REQUEST_ID));
  }
}
