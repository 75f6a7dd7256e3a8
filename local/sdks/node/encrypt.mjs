// Encrypts a password for resetPassword; `system` is the answer of getSystemInfo().
import { createRequire } from 'node:module';
import smCrypto from 'sm-crypto';

const JSEncrypt = createRequire(import.meta.url)('jsencrypt'); // Node cannot `import` its ES modules

export function rsa(system, password) {
  const encryption = new JSEncrypt();
  encryption.setPublicKey(system.rsa.publicKey);
  return { password: encryption.encrypt(password), passwordEncryptType: 'rsa' };
}

export function sm2(system, password) {
  return { password: smCrypto.sm2.doEncrypt(password, system.sm2.publicKey), passwordEncryptType: 'sm2' };
}
