// What a person would do beside the SDK: have an account, read messages, sign in, wait.
import { setTimeout as sleep } from 'node:timers/promises';

export const url = process.env.REKEY_URL;

async function call(method, path, body) {
  return fetch(`${url}/_local/${path}`, { method, body: body && JSON.stringify(body) });
}

async function done(method, path, body) {
  const answer = await call(method, path, body);
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

export const OLD_PASSWORD = 'correct horse battery staple';

/** An account of one case, with an address and a number that nobody else has. */
export async function account(number) {
  const id = `node-${number}`;
  const made = { id, email: `${id}@example.com`, phone: String(7912345000 + 100 + number) };
  await done('PUT', `accounts/${id}`, {
    email: made.email,
    emailVerified: true,
    phone: `+44${made.phone}`,
    phoneVerified: true,
    password: OLD_PASSWORD,
  });
  return made;
}

export async function messages(to) {
  return (await done('GET', `messages?to=${encodeURIComponent(to)}`)).json();
}

/** The code of the newest message to an address, as soon as it is there. */
export async function passCode(to) {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
    const code = (await messages(to)).at(-1)?.text.match(/(?<!\d)\d{6}(?!\d)/)?.[0];
    if (code) return code;
  }
  throw new Error(`no message to ${to}`);
}

/** The HTTP status of a sign-in: 200 or 401. */
export const signIn = async (name, password) => (await call('POST', 'sign-in', { account: name, password })).status;
export const advance = (duration) => done('POST', 'clock', { advance: duration });
export const forgetLimits = () => done('DELETE', 'limits');
