"""Puts what is real into the bodies of calls, and learns from the answers what is real now.

Random addresses, passcodes and tokens would see nothing but refusals.
"""

from chance import RANDOM, mostly
from people import PEOPLE

RESET = "CHANNEL_RESET_PASSWORD"
TEXT = (str, int)


def put(fields, name, value):
    """Replaces text by other text; what is none, or absent, is wrong on purpose and stays so."""
    if isinstance(fields.get(name), TEXT) and not isinstance(fields[name], bool) and fields[name] != "":
        fields[name] = value


def payload(body, name):
    return body[name] if isinstance(body.get(name), dict) else {}


def send_email(body):
    if mostly():
        put(body, "channel", RESET)
    if mostly():
        put(body, "email", address(body.get("email"), "@") or PEOPLE.fresh().email)


def send_sms(body):
    if mostly():
        put(body, "channel", RESET)
    put(body, "phoneNumber", national(address(body.get("phoneNumber"), "+")) or PEOPLE.fresh().national)
    put(body, "phoneCountryCode", RANDOM.choice(["+86", "86", 86, "0086"]))


def address(given, mark):
    """Now and then somebody who was sent a passcode before."""
    return PEOPLE.waiting(given, mark) if RANDOM.random() < 0.1 else None


def national(phone):
    return phone and phone.removeprefix("+86")


def chosen(email, sms, number):
    if "email" in email:
        by_email(email)
    if number in sms:
        by_phone(sms, number)


def by_email(fields):
    address = PEOPLE.waiting(str(fields.get("email")).strip().lower(), "@")
    put(fields, "email", RANDOM.choice([address, address.upper(), f" {address} "]))
    passcode(fields, address)


def by_phone(fields, name):
    phone = PEOPLE.waiting(f"+86{fields.get(name)}", "+")
    put(fields, name, national(phone))
    put(fields, "phoneCountryCode", "+86")
    passcode(fields, phone)


def passcode(fields, address):
    code = mostly() and PEOPLE.passcode(address)
    if code:
        put(fields, "passCode", RANDOM.choice([code, f" {code}", code if code[0] == "0" else int(code)]))


def pre_check(body):
    email, sms = payload(body, "emailCodePayload"), payload(body, "smsCodePayload")
    for fields in (email, sms):
        put(fields, "channel", RESET)
    chosen(email, sms, "phone")


def verify(body):
    chosen(payload(body, "emailPassCodePayload"), payload(body, "phonePassCodePayload"), "phoneNumber")


def reset(body):
    put(body, "passwordResetToken", PEOPLE.token())
    put(body, "password", RANDOM.choice([body.get("password"), "seven green bicycles", 73911284650213, "password"]))


def check_app(body):
    put(body, "appId", "rekey-local-app")
    put(body, "appSecret", RANDOM.choice([body.get("appSecret"), "rekey-local-secret"]))


FILL = {
    "/api/v3/send-email": send_email,
    "/api/v3/send-sms": send_sms,
    "/api/v3/pre-check-code": pre_check,
    "/api/v3/verify-reset-password-request": verify,
    "/api/v3/reset-password": reset,
    "/api/v3/check-app-id-secret": check_app,
}


def asked_email(body, answer):
    if answer.get("statusCode") == 200:
        PEOPLE.sent(body["email"])


def asked_sms(body, answer):
    if answer.get("statusCode") == 200:
        PEOPLE.sent(f"+86{body['phoneNumber']}")


def checked(body, answer):
    if answer.get("data", {}).get("isValid") is False:
        for address, given in offered(body):
            PEOPLE.used(address, given)


def verified(body, answer):
    if answer.get("statusCode") == 200:
        PEOPLE.tokens.append(answer["data"]["passwordResetToken"])
    if answer.get("statusCode") in (200, 499):
        for address, given in offered(body):
            PEOPLE.used(address, given)


def offered(body):
    """The addresses in a body, each with the passcode that was offered for it."""
    for fields in (value for value in body.values() if isinstance(value, dict)):
        given = str(fields.get("passCode")).strip()
        yield str(fields.get("email")).strip().lower(), given
        yield f"+86{fields.get('phoneNumber', fields.get('phone'))}", given


def was_reset(body, answer):
    """A token is good no more where it set a password, or was refused itself."""
    code = (answer.get("statusCode"), answer.get("apiCode"))
    if code in ((200, None), (499, None)):
        PEOPLE.spent(body.get("passwordResetToken"))


LEARN = {
    "/api/v3/send-email": asked_email,
    "/api/v3/send-sms": asked_sms,
    "/api/v3/pre-check-code": checked,
    "/api/v3/verify-reset-password-request": verified,
    "/api/v3/reset-password": was_reset,
}
