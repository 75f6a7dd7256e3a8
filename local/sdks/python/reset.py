# python reset.py ada@example.com 'the new password'
import os
import sys

from authing import AuthenticationClient  # or: from genauth import AuthenticationClient

client = AuthenticationClient(
    app_id="rekey-local-app",
    app_host=os.environ.get("REKEY_URL", "http://localhost:8080"),
)
email, password = sys.argv[1:]


def checked(answer):
    if answer["statusCode"] != 200:
        raise SystemExit(f"{answer['statusCode']}/{answer.get('apiCode')}: {answer['message']}")
    return answer.get("data")


checked(client.send_email(channel="CHANNEL_RESET_PASSWORD", email=email))
pass_code = input("The passcode of the mail: ")
verified = checked(
    client.verify_reset_password_request(
        verify_method="EMAIL_PASSCODE",
        email_pass_code_payload={"email": email, "passCode": pass_code},
    )
)
checked(client.reset_password(password=password, password_reset_token=verified["passwordResetToken"]))
print("The password is changed.")
