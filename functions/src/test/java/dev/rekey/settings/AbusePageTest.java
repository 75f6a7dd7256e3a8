package dev.rekey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.passcode.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/abuse.md}: every limit is there, and its default is the one that holds. */
class AbusePageTest {
  /** What is counted of people, callers and money; the others are lives, lengths and costs. */
  private static final Set<String> UNITS_OF_LIMITS =
      Set.of("calls", "sends", "tries", "texts", "US dollars", "mills");

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  private static List<Row> rows = List.of();
  private static SettingsPage template = new SettingsPage("");

  /** A line of the table: what is limited, and by how much. */
  private record Row(String limit, String fallback) {
    List<String> names() {
      return Pattern.compile("`(\\w+)`").matcher(limit).results().map(it -> it.group(1)).toList();
    }

    List<BigDecimal> numbers() {
      return AbusePageTest.numbers(fallback).toList();
    }
  }

  @BeforeAll
  static void read() throws IOException {
    template = new SettingsPage(Files.readString(Path.of("../template.yaml")));
    rows =
        Files.readAllLines(Path.of("../docs/abuse.md")).stream()
            .filter(line -> line.startsWith("| "))
            .skip(2)
            .map(line -> line.split(" \\| "))
            .map(columns -> new Row(columns[0], columns[1]))
            .toList();
  }

  @Test
  void r4_everyLimitIsOnThePage() {
    var limits =
        Arrays.stream(Setting.values())
            .filter(it -> UNITS_OF_LIMITS.contains(it.unit()))
            .map(Setting::name);
    assertThat(rows.stream().flatMap(row -> row.names().stream()).collect(Collectors.toSet()))
        .containsAll(limits.toList());
  }

  @Test
  void r4_everyDefaultIsTheOneThatHolds() {
    var named = rows.stream().filter(row -> !row.names().isEmpty()).toList();
    assertThat(named)
        .hasSizeGreaterThan(10)
        .allSatisfy(row -> {
          var defaults = row.names().stream().map(AbusePageTest::fallback).toList();
          assertThat(row.numbers())
              .as(row.limit())
              .usingElementComparator(BigDecimal::compareTo)
              .containsExactlyElementsOf(
                  defaults.stream().flatMap(AbusePageTest::numbers).toList());
        });
  }

  @Test
  void r4_whatCannotBeSetIsWhatTheCodeSays() {
    assertThat(of("misses of one source at one address"))
        .isEqualTo(BigDecimal.valueOf(Limits.MISSES_PER_SOURCE));
    assertThat(of("misses in a row at one address"))
        .isEqualTo(BigDecimal.valueOf(Limits.MISSES_IN_ALL));
    assertThat(of("refusals of one reset token"))
        .isEqualTo(BigDecimal.valueOf(Limits.REFUSALS_PER_TOKEN));
  }

  private static BigDecimal of(String limit) {
    var found = rows.stream().filter(row -> row.limit().contains(limit)).toList();
    assertThat(found).as(limit).hasSize(1);
    return found.getFirst().numbers().getFirst();
  }

  /** The default of a setting or of a parameter of the template, in the unit of the page. */
  private static String fallback(String name) {
    if (!Setting.exists("REKEY_" + name)) {
      var value = Pattern.compile("    Default: \"?(\\w+)").matcher(template.definition(name));
      assertThat(value.find()).as("%s is a setting, or a parameter of the template", name).isTrue();
      return value.group(1).equals("0") ? "none" : value.group(1);
    }
    var setting = Setting.valueOf(name);
    String value = setting.fallback().orElseThrow();
    return setting.unit().equals("mills") ? new BigDecimal(value).movePointLeft(3) + "" : value;
  }

  private static Stream<BigDecimal> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(number -> new BigDecimal(number.group().replaceAll(",$", "").replace(",", "")));
  }
}
