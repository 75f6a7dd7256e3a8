package dev.rekey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.settings.Setting;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the functions read from their environment is what the template puts there. */
class VariablesTest {
  private static final int BYTES_OF_LAMBDA = 4096;

  private static Map<String, Tree> declared() {
    var all = new TreeMap<String, Tree>();
    all.putAll(of(ShippedTemplate.root().at("Globals").at("Function")));
    RolesTest.functions().forEach(it -> all.putAll(of(ShippedTemplate.properties(it))));
    return all;
  }

  private static Map<String, Tree> of(Tree function) {
    return function.at("Environment").at("Variables").entries();
  }

  /** `sam local` sets none that is not declared. */
  @Test
  void everyVariableThatIsReadIsDeclaredAndTheOtherWayRound() {
    assertThat(declared().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Setting.values()).map(Setting::variable).toList());
  }

  @Test
  void whatHasNoParameterHasTheDefaultOfTheCode() {
    var literal = declared();
    literal.values().removeIf(it -> it.isMapping());
    literal.remove(Setting.DELIVER.variable()); // tells the two functions of the stream apart
    assertThat(literal)
        .hasSizeGreaterThan(15)
        .allSatisfy((name, value) -> assertThat(value.scalar()).as(name).isEqualTo(fallback(name)));
  }

  private static String fallback(String variable) {
    return Arrays.stream(Setting.values())
        .filter(it -> it.variable().equals(variable))
        .findFirst()
        .flatMap(Setting::fallback)
        .orElse("none");
  }

  /** Lambda takes four kilobytes in all: some twenty apps with their digests must fit. */
  @Test
  void thereIsRoomForTheApps() {
    int used =
        declared().entrySet().stream()
            .flatMap(it -> Stream.of(it.getKey(), text(it.getValue())))
            .mapToInt(String::length)
            .sum();
    assertThat(used).isLessThan(BYTES_OF_LAMBDA - 20 * 100);
  }

  private static String text(Tree value) {
    var asked = ShippedTemplate.whereAsked(value);
    var ref = asked.call("Ref");
    if (ref == null) {
      return asked.scalar();
    }
    var standard = ShippedTemplate.root().at("Parameters").at(ref.scalar()).at("Default");
    return standard.present() ? standard.scalar() : "a name of forty signs that AWS gives to it";
  }
}
