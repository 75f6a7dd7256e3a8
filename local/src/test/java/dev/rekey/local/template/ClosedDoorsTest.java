package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R50: nobody gets at a function past the API, the stream and the services that need it. */
class ClosedDoorsTest {
  private static final List<String> BY_SERVICES = List.of("Operate", "MakeKeys", "RotateKeys");

  @Test
  void r50_noFunctionHasAnAddressOfItsOwn() {
    assertThat(RolesTest.functions())
        .isNotEmpty()
        .noneMatch(it -> ShippedTemplate.properties(it).at("FunctionUrlConfig").present());
    assertThat(ShippedTemplate.all("AWS::Lambda::Url")).isEmpty();
  }

  @Test
  void r50_noEventReachesWhatOperatorsAndServicesCall() {
    assertThat(BY_SERVICES).noneMatch(it -> ShippedTemplate.properties(it).at("Events").present());
  }

  @Test
  void r50_oneServiceAloneIsLetIn() {
    var permissions = ShippedTemplate.all("AWS::Lambda::Permission").values();
    assertThat(permissions)
        .extracting(it -> it.at("Properties").at("Principal").value())
        .containsExactly("secretsmanager.amazonaws.com");
    var owner = permissions.iterator().next().at("Properties").at("SourceAccount").value();
    assertThat(owner).isEqualTo(Map.of("Ref", "AWS::AccountId"));
  }

  /** A trace would tell who asked when, beside the audit that does not. */
  @Test
  void r46_nothingIsTraced() {
    var globals = ShippedTemplate.root().at("Globals").at("Function");
    assertThat(globals.at("Tracing").present()).isFalse();
    assertThat(RolesTest.functions())
        .noneMatch(it -> ShippedTemplate.properties(it).at("Tracing").present());
    assertThat(ShippedTemplate.properties("Api").at("TracingEnabled").present()).isFalse();
  }
}
