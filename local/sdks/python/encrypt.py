# Encrypts a password for reset_password; `system` is the answer of get_system_info().
from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from gmssl.sm2 import CryptSM2


def rsa(system, password):
    key = load_pem_public_key(system["rsa"]["publicKey"].encode())
    text = b64encode(key.encrypt(password.encode(), PKCS1v15())).decode()
    return {"password": text, "password_encrypt_type": "rsa"}


def sm2(system, password):
    # The 04 is cut off here: gmssl's own lstrip("04") would eat leading digits of the key as well.
    point = system["sm2"]["publicKey"][2:]
    text = CryptSM2(private_key="", public_key=point, mode=1).encrypt(password.encode()).hex()
    return {"password": text, "password_encrypt_type": "sm2"}
