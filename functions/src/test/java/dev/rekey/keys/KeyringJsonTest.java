package dev.rekey.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KeyringJsonTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static String edited(Consumer<ObjectNode> edit) {
    var root = (ObjectNode) MAPPER.readTree(ThrowAwayKeys.json());
    edit.accept(root);
    return MAPPER.writeValueAsString(root);
  }

  @Test
  void readsBackWhatItWrote() {
    var keyring = ThrowAwayKeys.keyring();
    assertThat(KeyringJson.read(KeyringJson.write(keyring))).isEqualTo(keyring);
  }

  @Test
  void writesTheFormThatIsPublished() {
    var written = MAPPER.readTree(KeyringJson.write(ThrowAwayKeys.keyring()));
    var published = MAPPER.readTree(ThrowAwayKeys.json());
    assertThat(written.path("version")).isEqualTo(published.path("version"));
    assertThat(written.path("addressKey")).isEqualTo(published.path("addressKey"));
    assertThat(written.path("sm2").path(0)).isEqualTo(published.path("sm2").path(1));
    assertThat(written.propertyNames()).isEqualTo(published.propertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "addressKey", "peppers", "codeKeys", "sealKeys", "rsa", "sm2"})
  void refusesAMissingField(String field) {
    assertThatThrownBy(() -> KeyringJson.read(edited(root -> root.remove(field))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(field + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "notBefore", "key"})
  void refusesAMissingFieldOfAKey(String field) {
    var json = edited(root -> ((ObjectNode) root.path("sm2").path(1)).remove(field));
    assertThatThrownBy(() -> KeyringJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sm2[1]." + field + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"peppers", "codeKeys", "sealKeys", "rsa", "sm2"})
  void refusesAnEmptyList(String field) {
    assertThatThrownBy(() -> KeyringJson.read(edited(root -> root.putArray(field))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource({
    "peppers, id, s3cret.value, peppers[0]",
    "peppers, notBefore, s3cret-value, peppers[0].notBefore",
    "peppers, key, s3cret-value, peppers[0].key",
    "codeKeys, key, c2VjcmV0, codeKeys[0].key",
    "rsa, key, c2VjcmV0, rsa[0].key",
    "sm2, key, c2VjcmV0, sm2[0].key",
  })
  void namesTheFieldAndNeverItsValue(String list, String field, String value, String path) {
    var json = edited(root -> ((ObjectNode) root.path(list).path(0)).put(field, value));
    var error = catchThrowable(() -> KeyringJson.read(json));
    assertThat(error)
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageStartingWith(path)
        .hasMessageNotContaining(value);
  }

  @Test
  void refusesAnotherVersion() {
    for (var version : new int[] {0, 2}) {
      assertThatThrownBy(() -> KeyringJson.read(edited(root -> root.put("version", version))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("version must be 1");
    }
    assertThatThrownBy(() -> KeyringJson.read(edited(root -> root.put("version", "1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnUnknownFieldWithoutQuotingIt() {
    assertThatThrownBy(() -> KeyringJson.read(edited(root -> root.put("s3cret", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", "[]", "null", "{\"s3cret\":1,\"s3cret\":1}", "{} s3cret"})
  void refusesWhatIsNoJsonObjectWithoutQuotingIt(String json) {
    var error = catchThrowable(() -> KeyringJson.read(json));
    assertThat(error)
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("s3cret")
        .hasMessageStartingWith("the keyring is not ");
  }

  @Test
  void refusesAnRsaKeyThatIsTooSmall() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    var pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
    var text = Base64.getEncoder().encodeToString(pkcs8);
    var json = edited(root -> ((ObjectNode) root.path("rsa").path(0)).put("key", text));
    assertThatThrownBy(() -> KeyringJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rsa[0].key: an RSA key must have at least 2048 bits");
  }
}
