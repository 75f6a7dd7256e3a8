// authing-node-sdk as its user sees it. Numbers in brackets are vectors of the wire contract.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { AuthenticationClient } from 'authing-node-sdk';
import { rsa, sm2 } from './encrypt.mjs';
import { OLD_PASSWORD, account, advance, messages, passCode, signIn, url } from './runner.js';
import { run, test } from './suite.js';

const CHANNEL = 'CHANNEL_RESET_PASSWORD';
const NEW_PASSWORD = '密码 seven green bicycles';

const clientOf = (options) =>
  new AuthenticationClient({ appId: 'rekey-local-app', appHost: url, tokenEndPointAuthMethod: 'none', ...options });
const client = clientOf({});
const encryptions = { plain: (_, password) => ({ password }), rsa, sm2 };

const email = {
  name: 'e-mail',
  life: 'PT301S',
  send: (who) => client.sendEmail({ email: who.email, channel: CHANNEL }),
  code: (who) => passCode(who.email),
  verify: (who, code) =>
    client.verifyResetPasswordRequest({
      verifyMethod: 'EMAIL_PASSCODE',
      emailPassCodePayload: { email: who.email, passCode: code },
    }),
};
const sms = {
  name: 'SMS',
  life: 'PT61S',
  send: (who) => client.sendSms({ phoneNumber: who.phone, phoneCountryCode: '+44', channel: CHANNEL }),
  code: (who) => passCode(`+44${who.phone}`),
  verify: (who, code) =>
    client.verifyResetPasswordRequest({
      verifyMethod: 'PHONE_PASSCODE',
      phonePassCodePayload: { phoneNumber: who.phone, phoneCountryCode: '+44', passCode: code },
    }),
};

function answers(answer, statusCode, apiCode) {
  assert.deepEqual([answer.statusCode, answer.apiCode], [statusCode, apiCode], answer.message);
  assert.match(answer.message, /./);
  assert.match(answer.requestId, /^[0-9a-f-]{36}$/);
}

function refused(answer, statusCode, apiCode) {
  answers(answer, statusCode, apiCode);
  assert.equal(answer.data ?? null, null);
}

async function sentCode(path, who) {
  answers(await path.send(who), 200, undefined);
  return path.code(who);
}

async function tokenFor(path, who) {
  const answer = await path.verify(who, await sentCode(path, who));
  answers(answer, 200, undefined);
  assert.ok(Number.isInteger(answer.data.tokenExpiresIn) && answer.data.tokenExpiresIn > 0);
  return answer.data.passwordResetToken;
}

async function resets(passwordResetToken, password) {
  const answer = await client.resetPassword({ passwordResetToken, ...password });
  answers(answer, 200, undefined);
  assert.equal(answer.data.success, true);
}

async function signsIn(who, password, other) {
  assert.equal(await signIn(who.email, password), 200);
  assert.equal(await signIn(who.email, other), 401);
}

const nobody = { email: 'node-nobody@example.com' };
const other = (code) => (code === '000000' ? '000001' : '000000');

for (const path of [email, sms]) {
  for (const [encryption, encrypt] of Object.entries(encryptions)) {
    test(`${path.name}, ${encryption} password: the new one signs in, the old one does not`, async (number) => {
      const who = await account(number);
      const token = await tokenFor(path, who);
      await resets(token, encrypt(await client.getSystemInfo(), NEW_PASSWORD));
      await signsIn(who, NEW_PASSWORD, OLD_PASSWORD);
    });
  }
  test(`${path.name}, wrong code: 499/2001, the right one is still good [23]`, async (number) => {
    const who = await account(number);
    const code = await sentCode(path, who);
    refused(await path.verify(who, other(code)), 499, 2001);
    answers(await path.verify(who, code), 200, undefined);
  });
  test(`${path.name}, expired code: 499/2300 [25, 26]`, async (number) => {
    const who = await account(number);
    const code = await sentCode(path, who);
    await advance(path.life);
    refused(await path.verify(who, code), 499, 2300);
  });
  test(`${path.name}, used code: 499/2001 [22]`, async (number) => {
    const who = await account(number);
    const code = await sentCode(path, who);
    answers(await path.verify(who, code), 200, undefined);
    refused(await path.verify(who, code), 499, 2001);
  });
}

test('used token: 499, no apiCode [35]', async (number) => {
  const who = await account(number);
  const token = await tokenFor(email, who);
  await resets(token, { password: NEW_PASSWORD });
  refused(await client.resetPassword({ passwordResetToken: token, password: 'another good one' }), 499, undefined);
  await signsIn(who, NEW_PASSWORD, 'another good one');
});

test('expired token: 499, no apiCode [36]', async (number) => {
  const who = await account(number);
  const token = await tokenFor(email, who);
  await advance('PT301S');
  refused(await client.resetPassword({ passwordResetToken: token, password: NEW_PASSWORD }), 499, undefined);
  await signsIn(who, OLD_PASSWORD, NEW_PASSWORD);
});

for (const [name, password, apiCode] of [
  ['short password: 499/2029, the token stays good [47]', '12345', 2029],
  ['common password: 499/2061, the token stays good [48]', 'password123', 2061],
]) {
  test(name, async (number) => {
    const who = await account(number);
    const token = await tokenFor(email, who);
    refused(await client.resetPassword({ passwordResetToken: token, password }), 499, apiCode);
    await signsIn(who, OLD_PASSWORD, password);
    await resets(token, { password: NEW_PASSWORD });
    await signsIn(who, NEW_PASSWORD, OLD_PASSWORD);
  });
}

for (const type of ['rsa', 'sm2']) {
  test(`clear text sent as ${type}: 499/2016, the token stays good [40, 44]`, async (number) => {
    const who = await account(number);
    const token = await tokenFor(email, who);
    const clear = { passwordResetToken: token, password: NEW_PASSWORD, passwordEncryptType: type };
    refused(await client.resetPassword(clear), 499, 2016);
    await resets(token, { password: NEW_PASSWORD });
  });
}

for (const [path, apiCode] of [
  [email, 2080],
  [sms, undefined],
]) {
  test(`${path.name}, second send within 60 s: 499, ${apiCode ? `apiCode ${apiCode}` : 'no apiCode'} [3, 15]`, async (number) => {
    const who = await account(number);
    const code = await sentCode(path, who);
    refused(await path.send(who), 499, apiCode);
    answers(await path.verify(who, code), 200, undefined);
  });
}

test('unknown account: 200 and no message, then 499/2001 [10]', async (number) => {
  answers(await email.send(nobody), 200, undefined);
  refused(await email.verify(nobody, '123456'), 499, 2001);
  await sentCode(email, await account(number)); // was asked for later, so a mail to nobody would be there by now
  assert.deepEqual(await messages(nobody.email), []);
});

test('malformed fields: 400 with 2204, 2028, 2231 [9, 17, 30]', async () => {
  refused(await email.send({ email: 'not-an-email' }), 400, 2204);
  refused(await sms.send({ phone: '12' }), 400, 2028);
  refused(await client.verifyResetPasswordRequest({ verifyMethod: 'EMAIL_PASSCODE' }), 400, 2231);
});

test('unknown app id: 499/2011 [12]', async () => {
  const stranger = clientOf({ appId: 'nobody-knows-this-app' });
  refused(await stranger.sendEmail({ email: 'ada@example.com', channel: CHANNEL }), 499, 2011);
});

test('preCheckCode tells right from wrong and uses nothing up [18, 19, 20]', async (number) => {
  const who = await account(number);
  const byEmail = await sentCode(email, who);
  const bySms = await sentCode(sms, who);
  const check = async (codeType, payload) => {
    const answer = await client.preCheckCode({ codeType, ...payload });
    answers(answer, 200, undefined);
    return answer.data;
  };
  const emailPayload = (code) => ({ emailCodePayload: { email: who.email, passCode: code, channel: CHANNEL } });
  const smsPayload = { phone: who.phone, phoneCountryCode: '+44', passCode: bySms, channel: CHANNEL };
  const wrong = await check('EMAIL', emailPayload(other(byEmail)));
  assert.equal(wrong.isValid, false);
  assert.match(wrong.message, /./);
  assert.equal((await check('EMAIL', emailPayload(byEmail))).isValid, true);
  assert.equal((await check('SMS', { smsCodePayload: smsPayload })).isValid, true);
  answers(await email.verify(who, byEmail), 200, undefined);
});

test('getSystemInfo is flat [1]', async () => {
  const system = await client.getSystemInfo();
  assert.deepEqual(Object.keys(system).sort(), ['publicIps', 'rsa', 'sm2', 'version']);
  assert.match(system.rsa.publicKey, /^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----\n$/);
  assert.match(system.sm2.publicKey, /^04[0-9a-f]{128}$/);
});

test('getCountryList names China with +86 in four languages [57]', async () => {
  const answer = await client.getCountryList();
  answers(answer, 200, undefined);
  const china = answer.data.find((country) => country.alpha2 === 'CN');
  assert.equal(china.phoneCountryCode, '+86');
  assert.deepEqual(Object.keys(china.name).sort(), ['en-US', 'ja-JP', 'zh-CN', 'zh-TW']);
});

test('the SDK never sends its language: Chinese [50]', async (number) => {
  const who = await account(number);
  const answer = await clientOf({ lang: 'en-US' }).sendEmail({ email: who.email, channel: CHANNEL });
  assert.equal(answer.message, '操作成功');
});

test('a host with a trailing slash works [63]', async (number) => {
  const who = await account(number);
  answers(await clientOf({ appHost: `${url}/` }).sendEmail({ email: who.email, channel: CHANNEL }), 200, undefined);
});

test('HTTP 404 is thrown as an AxiosError with the envelope in it [60]', async () => {
  const lost = clientOf({ appHost: `${url}/elsewhere` });
  await assert.rejects(lost.getCountryList(), (error) => {
    assert.deepEqual([error.name, error.response.status], ['AxiosError', 404]);
    refused(error.response.data, 404, undefined);
    return true;
  });
});

test('too many calls: HTTP 429 is thrown as an AxiosError with the envelope in it', async () => {
  await assert.rejects(
    async () => {
      for (let call = 0; call < 200; call++) await email.verify(nobody, '123456');
    },
    (error) => {
      assert.deepEqual([error.name, error.response?.status], ['AxiosError', 429]);
      refused(error.response.data, 429, undefined);
      return true;
    },
  );
});

const manifest = new URL('./node_modules/authing-node-sdk/package.json', import.meta.url);
await run(`authing-node-sdk ${JSON.parse(await readFile(manifest, 'utf8')).version} (Node)`);
