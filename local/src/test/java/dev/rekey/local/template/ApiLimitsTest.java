package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R49, R53: the gateway's limits, its log, and what may stand before it. */
class ApiLimitsTest {
  private static final int GATEWAY_SECONDS = 29;
  private static final String HASH = "/~1api~1v3~1reset-password";
  private static final Tree API = ShippedTemplate.properties("Api");

  /** What a caller cannot write into. */
  private static final List<String> LOGGED =
      List.of(
          "requestTime",
          "httpMethod",
          "resourcePath",
          "status",
          "responseLatency",
          "responseLength",
          "error.responseType",
          "wafResponseCode",
          "requestId");

  static Stream<String> behindTheApi() {
    return ShippedTemplate.behindTheApi().stream();
  }

  private static Tree settings(String path) {
    return API.at("MethodSettings").elements().stream()
        .filter(it -> it.at("ResourcePath").scalar().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no settings for " + path));
  }

  @Test
  void r53_everyRouteIsThrottledAndTheOneThatHashesMore() {
    assertThat(settings("/*").at("HttpMethod").scalar()).isEqualTo("*");
    assertThat(settings(HASH).at("HttpMethod").scalar()).isEqualTo("POST");
    for (String limit : List.of("ThrottlingRateLimit", "ThrottlingBurstLimit")) {
      assertThat(settings("/*").at(limit).value()).isEqualTo(Map.of("Ref", "CallsPerSecond"));
      assertThat(settings(HASH).at(limit).value()).isEqualTo(Map.of("Ref", "ResetsPerSecond"));
    }
    assertThat(standard("ResetsPerSecond")).isLessThan(standard("CallsPerSecond"));
  }

  /** The path of the settings is that of a route, in the form in which API Gateway writes it. */
  @Test
  void r53_theRouteThatHashesIsThere() {
    var routes =
        ShippedTemplate.properties("ResetPassword").at("Events").entries().values().stream()
            .map(it -> it.at("Properties").at("Path").scalar());
    assertThat(routes.map(it -> "/" + it.replace("/", "~1"))).containsExactly(HASH);
  }

  private static int standard(String parameter) {
    return Integer.parseInt(
        ShippedTemplate.root().at("Parameters").at(parameter).at("Default").scalar());
  }

  @ParameterizedTest
  @MethodSource("behindTheApi")
  void r53_noFunctionOutlivesThePatienceOfTheGateway(String function) {
    assertThat(Integer.parseInt(ShippedTemplate.ofFunction(function, "Timeout").scalar()))
        .isLessThan(GATEWAY_SECONDS);
  }

  @Test
  void r53_theHashMayHaveCopiesKeptButNeedsNone() {
    var kept = ShippedTemplate.properties("ResetPassword").at("ReservedConcurrentExecutions");
    assertThat(kept.at("Fn::If").elements())
        .extracting(Tree::value)
        .containsExactly(
            "KeepsConcurrency", Map.of("Ref", "HashConcurrency"), Map.of("Ref", "AWS::NoValue"));
    assertThat(standard("HashConcurrency")).isZero();
  }

  /** In the code it is 64 KiB (BadBodyTest), before it where there is a firewall less. */
  @Test
  void r53_theFirewallEndsBodiesToo() {
    var size = rule("BodyTooLarge").at("Statement").at("SizeConstraintStatement");
    assertThat(Integer.parseInt(size.at("Size").scalar())).isBetween(8 * 1024, 64 * 1024);
    assertThat(size.at("ComparisonOperator").scalar()).isEqualTo("GT");
    // Otherwise a body that is longer than the firewall looks would pass.
    assertThat(size.at("FieldToMatch").at("Body").at("OversizeHandling").scalar())
        .isEqualTo("MATCH");
    assertThat(rule("BodyTooLarge").at("Action").at("Block").present()).isTrue();
  }

  @Test
  void r53_theFirewallHasARateAndTheGroupsOfAws() {
    assertThat(rule("RateOfOneSource").at("Statement").at("RateBasedStatement").at("Limit").value())
        .isEqualTo(Map.of("Ref", "WafCallsPerSource"));
    assertThat(ShippedTemplate.root().at("Parameters").at("Waf").at("Default").scalar())
        .isEqualTo("off");
    assertThat(groups().map(it -> it.at("Name").scalar()))
        .containsExactlyInAnyOrder(
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesCommonRuleSet",
            "AWSManagedRulesKnownBadInputsRuleSet");
    assertThat(ShippedTemplate.properties("WebAclOfTheStage").at("ResourceArn").toString())
        .contains("/restapis/${Api}/stages/${Api.Stage}");
  }

  /** R25: a new password may be any text. */
  @Test
  void r25_theFirewallRefusesNoPasswordForItsText() {
    assertThat(
            groups()
                .flatMap(it -> it.at("RuleActionOverrides").elements().stream())
                .filter(it -> it.at("ActionToUse").at("Count").present())
                .map(it -> it.at("Name").scalar())
                .filter(it -> it.endsWith("_BODY")))
        .containsExactlyInAnyOrder(
            "SizeRestrictions_BODY",
            "EC2MetaDataSSRF_BODY",
            "GenericLFI_BODY",
            "GenericRFI_BODY",
            "CrossSiteScripting_BODY",
            "JavaDeserializationRCE_BODY",
            "Log4JRCE_BODY",
            "ReactJSRCE_BODY");
  }

  private static Tree rule(String name) {
    return ShippedTemplate.properties("WebAcl").at("Rules").elements().stream()
        .filter(it -> it.at("Name").scalar().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the firewall has no rule " + name));
  }

  private static Stream<Tree> groups() {
    return ShippedTemplate.properties("WebAcl").at("Rules").elements().stream()
        .map(it -> it.at("Statement").at("ManagedRuleGroupStatement"))
        .filter(Tree::present);
  }

  @Test
  void r46_theAccessLogTellsNothingThatACallerWrote() {
    var format = ShippedTemplate.whereAsked(API.at("AccessLogSetting")).at("Format").scalar();
    assertThat(Json.readObject(format).propertyNames()).contains("route", "status", "requestId");
    var told =
        Pattern.compile("\\$context\\.([A-Za-z.]+)")
            .matcher(format)
            .results()
            .map(it -> it.group(1));
    assertThat(told).containsExactlyInAnyOrderElementsOf(LOGGED);
  }

  /** The log of executions holds whole bodies. */
  @Test
  void r18_noBodyIsLoggedByTheGateway() {
    assertThat(API.at("MethodSettings").elements())
        .allSatisfy(it -> {
          assertThat(it.at("DataTraceEnabled").scalar()).isEqualTo("false");
          assertThat(it.at("LoggingLevel").scalar()).isEqualTo("OFF");
        });
  }

  @Test
  void r56_callsAreLoggedUnlessSomebodySaysNo() {
    assertThat(API.at("AccessLogSetting").at("Fn::If").elements().getFirst().scalar())
        .isEqualTo("LogsAccess");
    assertThat(ShippedTemplate.root().at("Parameters").at("AccessLogging").at("Default").scalar())
        .isEqualTo("with-role");
    // The stage needs the log, and the log the role: without that the first deployment fails.
    assertThat(ShippedTemplate.properties("AccessLog").at("Tags").toString())
        .contains("Ref=ApiLogging");
  }

  @Test
  void r49_r51_anOwnDomainSpeaksNoOldTls() {
    assertThat(ShippedTemplate.properties("Domain").at("SecurityPolicy").scalar())
        .isEqualTo("TLS_1_2");
  }

  @Test
  void r53_theApiIsRegional() {
    assertThat(API.at("EndpointConfiguration").at("Type").scalar()).isEqualTo("REGIONAL");
  }
}
