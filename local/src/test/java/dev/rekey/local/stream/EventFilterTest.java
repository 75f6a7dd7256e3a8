package dev.rekey.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.local.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':{'S':['x','y']}}           | {'a':{'S':'y'}}  | true",
        "{'a':{'S':['x','y']}}           | {'a':{'S':'z'}}  | false",
        "{'a':{'S':['x']}}               | {}               | false",
        "{'a':{'S':['x']},'b':[1]}       | {'a':{'S':'x'}}  | false",
        "{'a':[{'prefix':'ab'}]}         | {'a':'abc'}      | true",
        "{'a':[{'prefix':'ab'}]}         | {'a':'ba'}       | false",
        "{'a':[{'exists':true}]}         | {'a':1}          | true",
        "{'a':[{'exists':true}]}         | {'b':1}          | false",
        "{'a':[{'exists':false}]}        | {'b':1}          | true",
        "{'a':[{'anything-but':['x']}]}  | {'a':'y'}        | true",
        "{'a':[{'anything-but':['x']}]}  | {'a':'x'}        | false",
        "{'a':[{'anything-but':'x'}]}    | {}               | false"
      })
  void passesWhatThePatternSays(String pattern, String record, boolean passes) {
    var filter = new EventFilter(List.of(pattern.replace('\'', '"')));
    assertThat(filter.passes(Json.readObject(record.replace('\'', '"')))).isEqualTo(passes);
  }

  @Test
  void passesEverythingWithoutPatterns() {
    assertThat(new EventFilter(List.of()).passes(Json.object())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{'a':'x'}", "{'a':[]}", "{'a':[{'numeric':['>',1]}]}", "[1]", "{"})
  void refusesAtTheStartWhatItCannotApply(String pattern) {
    var patterns = List.of(pattern.replace('\'', '"'));
    assertThatThrownBy(() -> new EventFilter(patterns))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
