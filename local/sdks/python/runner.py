"""What a person would do beside the SDK: have an account, read messages, sign in, wait."""

import os
import re
import time
from dataclasses import dataclass

import requests

URL = os.environ["REKEY_URL"]
OLD_PASSWORD = "correct horse battery staple"
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


@dataclass(frozen=True)
class Account:
    email: str
    phone: str

    @property
    def national(self):
        return self.phone[3:]


def _call(method, path, **kwargs):
    return requests.request(method, f"{URL}/_local/{path}", timeout=30, **kwargs)


def _done(method, path, **kwargs):
    answer = _call(method, path, **kwargs)
    if answer.status_code >= 300:
        raise RuntimeError(f"{method} {path}: {answer.status_code} {answer.text}")
    return answer


def account(package, number, phone):
    """An account of one case, with an address and a number that nobody else has."""
    name = f"{package}-{number}"
    made = Account(f"{name}@example.com", phone)
    fields = {"email": made.email, "emailVerified": True, "phone": phone, "phoneVerified": True}
    _done("PUT", f"accounts/{name}", json={**fields, "password": OLD_PASSWORD})
    return made


def messages(to):
    return _done("GET", "messages", params={"to": to}).json()


def pass_code(to):
    """The code of the newest message to an address, as soon as it is there."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        found = [CODE.search(message["text"]) for message in messages(to)[-1:]]
        if found and found[0]:
            return found[0].group()
        time.sleep(0.05)
    raise RuntimeError(f"no message to {to}")


def sign_in(name, password):
    """The HTTP status of a sign-in: 200 or 401."""
    return _call("POST", "sign-in", json={"account": name, "password": password}).status_code


def advance(duration):
    _done("POST", "clock", json={"advance": duration})


def forget_limits():
    _done("DELETE", "limits")
