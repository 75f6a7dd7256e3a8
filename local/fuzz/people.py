"""Accounts of the runner, and the passcodes and reset tokens that they were given until now."""

import os
import re
import time
from dataclasses import dataclass
from itertools import count

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

URL = os.environ["REKEY_URL"]
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
PATIENCE = 60  # seconds; the machine may be busy


@dataclass(frozen=True)
class Person:
    number: int

    @property
    def email(self):
        return f"fuzz{self.number}@example.com"

    @property
    def national(self):
        return f"138{self.number:08}"

    @property
    def phone(self):
        return f"+86{self.national}"


class People:
    def __init__(self):
        self._session = requests.Session()
        again = Retry(5, backoff_factor=0.5, status_forcelist=[503], allowed_methods=None)
        self._session.mount(URL, HTTPAdapter(max_retries=again))
        self._numbers = count(1)
        self._people = set()
        self._passcodes = {}  # by address, None before it was read; who was asked for last is last
        self.tokens = []

    def _call(self, method, path, **kwargs):
        answer = self._session.request(method, f"{URL}/{path}", timeout=PATIENCE, **kwargs)
        answer.raise_for_status()
        return answer

    def _post(self, route, body):
        return self._call("POST", f"api/v3/{route}", json=body, headers={"x-authing-app-id": "rekey-local-app"})

    def fresh(self):
        """Somebody who has an account and was never sent anything."""
        person = Person(next(self._numbers))
        fields = {"email": person.email, "emailVerified": True, "phone": person.phone, "phoneVerified": True}
        self._call("PUT", f"_local/accounts/fuzz{person.number}", json=fields)
        self._people.update((person.email, person.phone))
        return person

    def sent(self, address):
        """A passcode is on its way, if the address is one of ours."""
        if address in self._people:
            self._passcodes.pop(address, None)
            self._passcodes[address] = None

    def used(self, address, given):
        """A passcode was exchanged, or refused although it was the right one: it is worth no other try."""
        if self._passcodes.get(address) == given:
            self._passcodes.pop(address)

    def waiting(self, address, mark):
        """This address, if a passcode went there, or else one of its kind, which the mark tells, to which one went."""
        if isinstance(address, str) and address in self._passcodes:
            return address
        return next((other for other in reversed(self._passcodes) if mark in other), None) or self._asked(mark)

    def _asked(self, mark):
        person = self.fresh()
        if mark == "@":
            self._post("send-email", {"email": person.email, "channel": "CHANNEL_RESET_PASSWORD"})
        else:
            self._post("send-sms", {"phoneNumber": person.national, "channel": "CHANNEL_RESET_PASSWORD"})
        address = person.email if mark == "@" else person.phone
        self.sent(address)
        return address

    def token(self):
        """A reset token that is good, unless the clock went on."""
        if not self.tokens:
            email = self._asked("@")
            proof = {"email": email, "passCode": self.passcode(email)}
            answer = self._post(
                "verify-reset-password-request", {"verifyMethod": "EMAIL_PASSCODE", "emailPassCodePayload": proof}
            )
            self.used(email, proof["passCode"])
            self.tokens.append(answer.json()["data"]["passwordResetToken"])
        return self.tokens[-1]

    def passcode(self, address):
        """The passcode that went to an address last, as soon as it is there; None where it does not come."""
        end = time.monotonic() + PATIENCE
        while self._passcodes[address] is None and time.monotonic() < end:
            messages = self._call("GET", "_local/messages", params={"to": address}).json()
            codes = [found.group() for message in messages[-1:] if (found := CODE.search(message["text"]))]
            self._passcodes[address] = codes[0] if codes else time.sleep(0.01)
        return self._passcodes[address] or self._passcodes.pop(address)

    def spent(self, token):
        if token in self.tokens:
            self.tokens.remove(token)

    def advance(self, duration):
        self._call("POST", "_local/clock", json={"advance": duration})


PEOPLE = People()
