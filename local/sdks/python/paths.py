"""The two ways on which a passcode goes out and comes back."""

from runner import pass_code

CHANNEL = "CHANNEL_RESET_PASSWORD"


class Email:
    life = "PT301S"
    too_soon = 2080

    @staticmethod
    def send(client, who):
        return client.send_email(CHANNEL, who.email)

    @staticmethod
    def code(who):
        return pass_code(who.email)

    @staticmethod
    def verify(client, who, code):
        payload = {"email": who.email, "passCode": code}
        return client.verify_reset_password_request("EMAIL_PASSCODE", email_pass_code_payload=payload)


class Sms:
    life = "PT61S"
    too_soon = None

    @staticmethod
    def send(client, who):
        return client.send_sms(CHANNEL, who.national, "+44")

    @staticmethod
    def code(who):
        return pass_code(who.phone)

    @staticmethod
    def verify(client, who, code):
        payload = {"phoneNumber": who.national, "phoneCountryCode": "+44", "passCode": code}
        return client.verify_reset_password_request("PHONE_PASSCODE", phone_pass_code_payload=payload)
