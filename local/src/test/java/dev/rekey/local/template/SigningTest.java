package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** R57: where a signer is named, Lambda runs what it signed and nothing else. */
class SigningTest {
  @Test
  void r57_noFunctionRunsWhatTheSignerDidNotSign() {
    assertThat(RolesTest.functions())
        .isNotEmpty()
        .allSatisfy(function ->
            assertThat(ShippedTemplate.properties(function).at("CodeSigningConfigArn").value())
                .isEqualTo(
                    Map.of(
                        "Fn::If",
                        List.of(
                            "IsSigned",
                            Map.of("Ref", "CodeSigning"),
                            Map.of("Ref", "AWS::NoValue")))));
    var signing = ShippedTemplate.properties("CodeSigning");
    assertThat(signing.at("CodeSigningPolicies").value())
        .as("a warning would let it run")
        .isEqualTo(Map.of("UntrustedArtifactOnDeployment", "Enforce"));
    assertThat(signing.at("AllowedPublishers").at("SigningProfileVersionArns").value())
        .isEqualTo(List.of(Map.of("Ref", "SigningProfile")));
  }

  @Test
  void thePageSignsEveryFunction() throws IOException {
    var page = Files.readString(Path.of("../docs/supply-chain.md"));
    var listed = Pattern.compile("FUNCTIONS=\"([\\w ]+)\"").matcher(page);
    assertThat(listed.find()).isTrue();
    assertThat(listed.group(1).split(" "))
        .containsExactlyInAnyOrderElementsOf(RolesTest.functions().toList());
  }
}
