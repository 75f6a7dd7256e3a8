package dev.rekey.password;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ciphertexts of the fixture, made by the clients that it names. */
final class ClientVectors {
  private static final JsonNode FIXTURE = fixture();

  private ClientVectors() {}

  record Vector(String name, String made, PasswordEncryption type, String text, String password) {
    @Override
    public String toString() {
      return name + " by " + made;
    }
  }

  private static JsonNode fixture() {
    var stream = ClientVectors.class.getResourceAsStream("ciphertexts.json");
    return new JsonMapper().readTree(Objects.requireNonNull(stream));
  }

  static Stream<Vector> all() {
    return FIXTURE.path("vectors").valueStream().map(ClientVectors::vector);
  }

  private static Vector vector(JsonNode node) {
    return new Vector(
        node.path("name").stringValue(),
        node.path("made").stringValue(),
        PasswordEncryption.valueOf(node.path("type").stringValue().toUpperCase(Locale.ROOT)),
        node.path("text").stringValue(),
        node.path("password").stringValue());
  }

  static String text(String name) {
    return all().filter(vector -> vector.name().equals(name)).findFirst().orElseThrow().text();
  }

  /** As it is served to those who encrypt by it. */
  static String publicKey(String type) {
    return FIXTURE.path("publicKeys").path(type).stringValue();
  }
}
