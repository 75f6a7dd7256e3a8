package dev.rekey.systeminfo;

import dev.rekey.password.PublicKeys;
import java.util.List;

/**
 * The body of {@code system}, flat and without an envelope: with one, three clients find no key
 * (contract section 1.1, SystemInfoResp).
 */
record SystemBody(Key rsa, Key sm2, Versions version, List<String> publicIps) {

  record Key(String publicKey) {}

  record Versions(String server, String console, String login) {}

  static SystemBody of(PublicKeys keys, String version) {
    return new SystemBody(
        new Key(keys.rsa()),
        new Key(keys.sm2()),
        new Versions(version, version, version),
        List.of());
  }
}
