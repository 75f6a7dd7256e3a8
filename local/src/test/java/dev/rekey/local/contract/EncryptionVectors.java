package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.RESET;
import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertRefused;

import dev.rekey.local.outside.Ciphertexts;
import java.util.List;
import java.util.Map;

/** Passwords that come encrypted. */
final class EncryptionVectors {
  private static final String PASSWORD = "密码Aa1!密码";

  private EncryptionVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector("39", "RSA, PKCS #1 v1.5 in Base64", EncryptionVectors::rsa),
        new Vector(
            "40a", "RSA with OAEP is refused, the token stays good", EncryptionVectors::oaep),
        new Vector(
            "40b", "clear text is no RSA, the token stays good", EncryptionVectors::clearTextAsRsa),
        new Vector(
            "41", "SM2, variant A: C1C3C2 in hex without 04", EncryptionVectors::sm2OfScripts),
        new Vector(
            "42", "SM2, variant B: variant A behind `sm2:`", EncryptionVectors::sm2WithPrefix),
        new Vector(
            "43a",
            "SM2, variant C: C1C2C3 with 04 over Base64 (Android)",
            EncryptionVectors::sm2OfAndroid),
        new Vector("43b", "SM2, variant C in upper case (iOS)", EncryptionVectors::sm2OfIos),
        new Vector(
            "44", "clear text is no SM2, the token stays good", EncryptionVectors::clearTextAsSm2),
        new Vector(
            "45", "the type of encryption is read in any case", EncryptionVectors::upperCase),
        new Vector(
            "46", "an unknown type of encryption is malformed", EncryptionVectors::unknownType));
  }

  private static void rsa(Scene scene) throws Exception {
    sets(scene, "rsa", "<RSA>", ciphertexts(scene).rsa(PASSWORD));
  }

  private static void oaep(Scene scene) throws Exception {
    refuses(scene, "rsa", scene.named(ciphertexts(scene).oaep(PASSWORD), "<RSA with OAEP>"));
  }

  private static void clearTextAsRsa(Scene scene) {
    refuses(scene, "rsa", PASSWORD);
  }

  private static void sm2OfScripts(Scene scene) throws Exception {
    sets(scene, "sm2", "<C1C3C2 in hex>", ciphertexts(scene).sm2OfScripts(PASSWORD));
  }

  private static void sm2WithPrefix(Scene scene) throws Exception {
    sets(scene, "sm2", "sm2:<C1C3C2 in hex>", ciphertexts(scene).sm2WithPrefix(PASSWORD));
  }

  private static void sm2OfAndroid(Scene scene) throws Exception {
    sets(scene, "sm2", "04<C1C2C3 in hex>", ciphertexts(scene).sm2OfAndroid(PASSWORD));
  }

  private static void sm2OfIos(Scene scene) throws Exception {
    sets(scene, "sm2", "04<C1C2C3 IN HEX>", ciphertexts(scene).sm2OfIos(PASSWORD));
  }

  private static void clearTextAsSm2(Scene scene) {
    refuses(scene, "sm2", PASSWORD);
  }

  private static void upperCase(Scene scene) throws Exception {
    sets(scene, "RSA", "<RSA>", ciphertexts(scene).rsa(PASSWORD));
  }

  private static void unknownType(Scene scene) {
    var token = scene.token();

    assertRefused(scene.deciding(scene.api().post(RESET, body(token, PASSWORD, "aes"))), 400);
    assertStillGood(scene, token);
  }

  private static Ciphertexts ciphertexts(Scene scene) {
    return Ciphertexts.of(scene.api());
  }

  private static void sets(Scene scene, String type, String name, String ciphertext) {
    scene.name(ciphertext, name);
    var answer = scene.api().post(RESET, body(scene.token(), ciphertext, type));

    assertDone(scene.deciding(answer));
    scene.signsInBy(PASSWORD);
  }

  private static void refuses(Scene scene, String type, String password) {
    var token = scene.token();
    var answer = scene.api().post(RESET, body(token, password, type));

    assertRefused(scene.deciding(answer), 499, 2016);
    assertStillGood(scene, token);
  }

  private static void assertStillGood(Scene scene, String token) {
    scene.signsInByOldPassword();
    assertDone(scene.api().reset(token, PASSWORD));
    scene.signsInBy(PASSWORD);
  }

  private static Map<String, ?> body(String token, String password, String type) {
    return Map.of("passwordResetToken", token, "password", password, "passwordEncryptType", type);
  }
}
