"""The authing or genauth package as its user sees it. Numbers in brackets are vectors of the wire contract.

python cases.py authing | genauth
"""

import importlib
import sys
import unittest
from importlib.metadata import version

from gmssl.sm2 import CryptSM2

import encrypt
from paths import CHANNEL, Email, Sms
from runner import OLD_PASSWORD, URL, account, advance, forget_limits, messages, pass_code, sign_in

PACKAGE = sys.argv[1]
SDK = importlib.import_module(PACKAGE)
NEW_PASSWORD = "密码 seven green bicycles"
FIRST_PHONE = 7912345300 if PACKAGE == "genauth" else 7912345200
NOBODY = f"{PACKAGE}-nobody@example.com"


def client_of(**options):
    return SDK.AuthenticationClient(**{"app_id": "rekey-local-app", "app_host": URL, **options})


client = client_of()


def other(code):
    return "000001" if code == "000000" else "000000"


class SdkCase(unittest.TestCase):
    """One account for each case, and the checks that all of them use."""

    made = 0

    def setUp(self):
        forget_limits()
        SdkCase.made += 1
        self.who = account(PACKAGE, SdkCase.made, f"+44{FIRST_PHONE + SdkCase.made}")

    def answers(self, answer, status_code, api_code=None):
        self.assertEqual((status_code, api_code), (answer["statusCode"], answer.get("apiCode")), answer)
        self.assertTrue(answer["message"])
        self.assertRegex(answer["requestId"], "^[0-9a-f-]{36}$")
        return answer.get("data")

    def refused(self, answer, status_code, api_code=None):
        self.assertIsNone(self.answers(answer, status_code, api_code))

    def sent_code(self, path):
        self.answers(path.send(client, self.who), 200)
        return path.code(self.who)

    def token(self, path=Email):
        data = self.answers(path.verify(client, self.who, self.sent_code(path)), 200)
        self.assertIsInstance(data["tokenExpiresIn"], int)
        self.assertGreater(data["tokenExpiresIn"], 0)
        return data["passwordResetToken"]

    def resets(self, token, password=NEW_PASSWORD, **encryption):
        data = self.answers(client.reset_password(password, token, **encryption), 200)
        self.assertIs(data["success"], True)

    def signs_in(self, password, not_by):
        self.assertEqual(200, sign_in(self.who.email, password))
        self.assertEqual(401, sign_in(self.who.email, not_by))


class PathCases:
    """Those that e-mail and SMS share."""

    def resets_by(self, encryption):
        token = self.token(self.path)
        self.resets(token, **encryption(client.get_system_info(), NEW_PASSWORD))
        self.signs_in(NEW_PASSWORD, not_by=OLD_PASSWORD)

    def test_plain_password(self):
        self.resets_by(lambda _, password: {"password": password})

    def test_rsa_password(self):
        self.resets_by(encrypt.rsa)

    def test_sm2_password(self):
        self.resets_by(encrypt.sm2)

    def test_wrong_code_is_2001_and_the_right_one_still_good(self):
        """[23]"""
        code = self.sent_code(self.path)
        self.refused(self.path.verify(client, self.who, other(code)), 499, 2001)
        self.answers(self.path.verify(client, self.who, code), 200)

    def test_expired_code_is_2300(self):
        """[25, 26]"""
        code = self.sent_code(self.path)
        advance(self.path.life)
        self.refused(self.path.verify(client, self.who, code), 499, 2300)

    def test_used_code_is_2001(self):
        """[22]"""
        code = self.sent_code(self.path)
        self.answers(self.path.verify(client, self.who, code), 200)
        self.refused(self.path.verify(client, self.who, code), 499, 2001)

    def test_second_send_within_a_minute_is_499(self):
        """[3, 15]"""
        code = self.sent_code(self.path)
        self.refused(self.path.send(client, self.who), 499, self.path.too_soon)
        self.answers(self.path.verify(client, self.who, code), 200)


class ByEmail(PathCases, SdkCase):
    path = Email


class BySms(PathCases, SdkCase):
    path = Sms

    def test_number_without_or_with_null_country_code_is_chinese(self):
        """[14, 28] The SDK drops nulls at the top of a body and sends the nested ones."""
        phone = str(13800138000 + int(self.who.national) % 1000)
        account(PACKAGE, f"{SdkCase.made}-china", f"+86{phone}")
        self.answers(client.send_sms(CHANNEL, phone), 200)
        payload = {"phoneNumber": phone, "phoneCountryCode": None, "passCode": pass_code(f"+86{phone}")}
        answer = client.verify_reset_password_request("PHONE_PASSCODE", phone_pass_code_payload=payload)
        self.assertTrue(self.answers(answer, 200)["passwordResetToken"])


class Tokens(SdkCase):
    def test_used_token_is_499(self):
        """[35]"""
        token = self.token()
        self.resets(token)
        self.refused(client.reset_password("another good one", token), 499)
        self.signs_in(NEW_PASSWORD, not_by="another good one")

    def test_expired_token_is_499(self):
        """[36]"""
        token = self.token()
        advance("PT301S")
        self.refused(client.reset_password(NEW_PASSWORD, token), 499)
        self.signs_in(OLD_PASSWORD, not_by=NEW_PASSWORD)


class Passwords(SdkCase):
    def refused_then_good(self, api_code, *password):
        token = self.token()
        text, *encryption = password
        self.refused(client.reset_password(text, token, *encryption), 499, api_code)
        self.signs_in(OLD_PASSWORD, not_by=text)
        self.resets(token)
        self.signs_in(NEW_PASSWORD, not_by=OLD_PASSWORD)

    def test_short_password_is_2029_and_the_token_stays_good(self):
        """[47]"""
        self.refused_then_good(2029, "12345")

    def test_common_password_is_2061_and_the_token_stays_good(self):
        """[48]"""
        self.refused_then_good(2061, "password123")

    def test_clear_text_sent_as_rsa_is_2016(self):
        """[40]"""
        self.refused_then_good(2016, NEW_PASSWORD, "rsa")

    def test_clear_text_sent_as_sm2_is_2016(self):
        """[44]"""
        self.refused_then_good(2016, NEW_PASSWORD, "sm2")

    def test_gmssl_may_strip_the_key_as_it_is_served(self):
        """The served key has no digit that lstrip("04") would take too much; C1C2C3 here."""
        sm2 = CryptSM2(private_key="", public_key=client.get_system_info()["sm2"]["publicKey"], mode=0)
        text = sm2.encrypt(NEW_PASSWORD.encode()).hex()
        self.resets(self.token(), password=text, password_encrypt_type="sm2")
        self.signs_in(NEW_PASSWORD, not_by=OLD_PASSWORD)


class Answers(SdkCase):
    def test_unknown_account_is_200_without_message_then_2001(self):
        """[10]"""
        self.answers(client.send_email(CHANNEL, NOBODY), 200)
        payload = {"email": NOBODY, "passCode": "123456"}
        answer = client.verify_reset_password_request("EMAIL_PASSCODE", email_pass_code_payload=payload)
        self.refused(answer, 499, 2001)
        self.sent_code(Email)  # was asked for later, so a mail to nobody would be there by now
        self.assertEqual([], messages(NOBODY))

    def test_malformed_fields_are_400(self):
        """[9, 17, 30]"""
        self.refused(client.send_email(CHANNEL, "not-an-email"), 400, 2204)
        self.refused(client.send_sms(CHANNEL, "12", "+44"), 400, 2028)
        self.refused(client.verify_reset_password_request("EMAIL_PASSCODE"), 400, 2231)

    def test_unknown_app_id_is_2011(self):
        """[12]"""
        self.refused(client_of(app_id="nobody-knows-this-app").send_email(CHANNEL, self.who.email), 499, 2011)

    def test_pre_check_code_tells_right_from_wrong_and_uses_nothing_up(self):
        """[18, 19, 20]"""
        by_email, by_sms = self.sent_code(Email), self.sent_code(Sms)
        payload = {"email": self.who.email, "channel": CHANNEL}
        wrong = client.pre_check_code("EMAIL", email_code_payload={**payload, "passCode": other(by_email)})
        self.assertIs(self.answers(wrong, 200)["isValid"], False)
        self.assertTrue(wrong["data"]["message"])
        right = client.pre_check_code("EMAIL", email_code_payload={**payload, "passCode": by_email})
        self.assertIs(self.answers(right, 200)["isValid"], True)
        payload = {"phone": self.who.national, "phoneCountryCode": "+44", "channel": CHANNEL, "passCode": by_sms}
        right = client.pre_check_code("SMS", sms_code_payload=payload)
        self.assertIs(self.answers(right, 200)["isValid"], True)
        self.answers(Email.verify(client, self.who, by_email), 200)

    def test_system_info_is_flat(self):
        """[1]"""
        system = client.get_system_info()
        self.assertEqual({"rsa", "sm2", "version", "publicIps"}, set(system))
        self.assertRegex(system["rsa"]["publicKey"], r"\A-----BEGIN PUBLIC KEY-----\n[^-]+\n-----END PUBLIC KEY-----\n\Z")
        self.assertRegex(system["sm2"]["publicKey"], "^04[0-9a-f]{128}$")

    def test_country_list_names_china_in_four_languages(self):
        """[57]"""
        countries = self.answers(client.get_country_list(), 200)
        china = next(country for country in countries if country["alpha2"] == "CN")
        self.assertEqual("+86", china["phoneCountryCode"])
        self.assertEqual({"zh-CN", "en-US", "zh-TW", "ja-JP"}, set(china["name"]))

    def test_language_is_what_the_client_asks_for(self):
        """[49]"""
        self.assertEqual("操作成功", client.send_email(CHANNEL, self.who.email)["message"])
        english = client_of(lang="en-US").send_sms(CHANNEL, self.who.national, "+44")
        self.assertEqual("Operation successful", english["message"])

    def test_access_token_of_anything_is_ignored(self):
        """[54]"""
        self.answers(client_of(access_token="junk").send_email(CHANNEL, self.who.email), 200)

    def test_host_with_a_trailing_slash_works(self):
        """[63]"""
        self.answers(client_of(app_host=f"{URL}/").send_email(CHANNEL, self.who.email), 200)


class Transport(SdkCase):
    def test_http_404_is_returned_not_raised(self):
        """[60]"""
        self.refused(client_of(app_host=f"{URL}/elsewhere").get_country_list(), 404)

    def test_too_many_calls_are_429_returned_whatever_real_ip_says(self):
        """A caller's real_ip counts only where its address is in REKEY_TRUSTED_SOURCES."""
        payload = {"email": NOBODY, "passCode": "123456"}
        for call in range(200):
            guesser = client_of(real_ip=f"198.51.100.{call}")
            answer = guesser.verify_reset_password_request("EMAIL_PASSCODE", email_pass_code_payload=payload)
            if answer["statusCode"] != 499:
                break
        self.refused(answer, 429)


def main():
    name = f"{PACKAGE} {version(PACKAGE)} (Python)"
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, descriptions=False).run(suite)
    failed = len({test.id() for test, _ in result.failures + result.errors})
    print(f"{name}: {result.testsRun - failed} passed, {failed} failed")
    sys.exit(0 if failed == 0 and result.testsRun > 0 else 1)


if __name__ == "__main__":
    main()
