"""Replays the requests of the SDKs that are not installed here, as their sources make them, from local/sdks/replayed.

A file holds one client's whole reset: requests parted by lines of ###, a body below an empty line, and what the answer
must say as `# expect: statusCode [apiCode]`, or `flat` where it has none. {{names}} in a body are filled in; the number is
British where a file says +44, else Chinese, the default country.
"""

import base64
import http.client
import json
import re
import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit

from gmssl.sm2 import CryptSM2

import encrypt
from runner import OLD_PASSWORD, URL, account, forget_limits, pass_code, sign_in

FILES = Path(__file__).parent.parent / "replayed"
NEW_PASSWORD = "密码 seven green bicycles"


def send(method, path, headers, body):
    connection = http.client.HTTPConnection(urlsplit(URL).netloc, timeout=30)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers:
        connection.putheader(name, value)
    if body or method == "POST":
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders()
    if ["Expect", "100-continue"] in headers:
        begun = connection.sock.recv(12, socket.MSG_PEEK)  # a client that gets no answer hangs here, as this one does
        assert begun == b"HTTP/1.1 100", begun
    connection.send(body)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return answer


def ciphertexts(system):
    """What each client makes of the new password (contract section 4)."""
    rsa = encrypt.rsa(system, NEW_PASSWORD)["password"]
    script = encrypt.sm2(system, NEW_PASSWORD)["password"]
    base64_inside = base64.b64encode(NEW_PASSWORD.encode())
    mobile = "04" + CryptSM2("", system["sm2"]["publicKey"][2:], mode=0).encrypt(base64_inside).hex()
    return {
        "password": NEW_PASSWORD,
        "rsa": rsa,
        "rsa-short": short_rsa(system),
        "rsa-with-escaped-slashes": rsa.replace("/", "\\/"),
        "sm2": script,
        "sm2-with-prefix": f"sm2:{script}",
        "sm2-of-mobile": mobile,
        "sm2-of-ios": mobile.upper(),
    }


def short_rsa(system):
    """One of those that begin with a zero byte, which JSEncrypt leaves out."""
    while True:
        text = base64.b64decode(encrypt.rsa(system, NEW_PASSWORD)["password"])
        if text[0] == 0:
            return base64.b64encode(text.lstrip(b"\0")).decode()


class Replay:
    def __init__(self, text, who):
        self.steps = text.split("\n###\n")
        self.who = who
        system = send("GET", "/api/v3/system", [], b"")
        self.names = {"email": who.email, "national": who.national, **ciphertexts(system)}

    def run(self):
        for step in self.steps:
            head, _, body = step.strip("\n").partition("\n\n")
            expected = re.search(r"^# expect: (.+)$", head, re.M).group(1)
            request, *headers = [line for line in head.splitlines() if not line.startswith("#")]
            self.step(expected, request.split(" "), [line.split(": ", 1) for line in headers], body)
        assert sign_in(self.who.email, NEW_PASSWORD) == 200, "the new password"
        assert sign_in(self.who.email, OLD_PASSWORD) == 401, "the old password"

    def step(self, expected, method_and_path, headers, body):
        filled = re.sub(r"{{([a-z0-9-]+)}}", lambda name: self.names[name.group(1)], body)
        answer = send(*method_and_path, headers, filled.encode())
        found = " ".join(str(answer[key]) for key in ("statusCode", "apiCode") if key in answer) or "flat"
        assert found == expected, f"{method_and_path[1]}: {answer}"
        self.keep(method_and_path[1], answer)

    def keep(self, path, answer):
        if path.endswith("/send-email"):
            self.names["code"] = pass_code(self.who.email)
        elif path.endswith("/send-sms"):
            self.names["code"] = pass_code(self.who.phone)
        elif path.endswith("/verify-reset-password-request"):
            self.names["token"] = answer["data"]["passwordResetToken"]
        elif isinstance(answer.get("data"), dict):
            for said in ("valid", "isValid", "success"):
                assert answer["data"].get(said, True) is True, answer


def main():
    failed = 0
    files = sorted(FILES.glob("*.http"))
    for number, file in enumerate(files, 1):
        try:
            forget_limits()
            text = file.read_text(encoding="utf-8")
            phone = f"+44{7912345600 + number}" if "+44" in text else f"+86{13800139000 + number}"
            Replay(text, account("replayed", number, phone)).run()
            print(f"ok      replayed: {file.name}")
        except (AssertionError, LookupError, OSError, RuntimeError, ValueError) as error:
            failed += 1
            print(f"FAILED  replayed: {file.name}: {error!r}")
    print(f"requests of the other SDKs, replayed: {len(files) - failed} passed, {failed} failed")
    sys.exit(0 if files and failed == 0 else 1)


if __name__ == "__main__":
    main()
