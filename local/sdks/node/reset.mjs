// node reset.mjs ada@example.com 'the new password'
import { createInterface } from 'node:readline/promises';
import { AuthenticationClient } from 'authing-node-sdk';

const client = new AuthenticationClient({
  appId: 'rekey-local-app',
  appHost: process.env.REKEY_URL ?? 'http://localhost:8080',
  tokenEndPointAuthMethod: 'none', // or give the appSecret; these calls never send it
});
const [email, password] = process.argv.slice(2);

checked(await client.sendEmail({ email, channel: 'CHANNEL_RESET_PASSWORD' }));
const terminal = createInterface({ input: process.stdin, output: process.stdout });
const passCode = await terminal.question('The passcode of the mail: ');
terminal.close();
const { passwordResetToken } = checked(
  await client.verifyResetPasswordRequest({
    verifyMethod: 'EMAIL_PASSCODE',
    emailPassCodePayload: { email, passCode },
  }),
);
checked(await client.resetPassword({ passwordResetToken, password }));
console.log('The password is changed.');

function checked(answer) {
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}/${answer.apiCode}: ${answer.message}`);
  return answer.data;
}
