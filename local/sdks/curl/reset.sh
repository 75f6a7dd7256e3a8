# sh reset.sh ada@example.com 'the new password'
email=$1
password=$2

call() {
  curl -sS "${REKEY_URL:-http://localhost:8080}/api/v3/$1" \
    -H 'content-type: application/json' -H 'x-authing-app-id: rekey-local-app' -H 'x-authing-lang: en-US' -d "$2"
}

call send-email '{"email":"'"$email"'","channel":"CHANNEL_RESET_PASSWORD"}' && echo
echo 'The passcode of the mail:'
read -r code
token=$(call verify-reset-password-request \
  '{"verifyMethod":"EMAIL_PASSCODE","emailPassCodePayload":{"email":"'"$email"'","passCode":"'"$code"'"}}' |
  grep -o '"passwordResetToken":"[^"]*' | cut -d'"' -f4)
call reset-password '{"passwordResetToken":"'"$token"'","password":"'"$password"'"}' && echo
