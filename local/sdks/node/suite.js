// The cases of one client, one after the other: a line for each, then their count.
import { forgetLimits } from './runner.js';

const cases = [];

/** A case is told its number, from which it makes an account of its own. */
export function test(name, body) {
  cases.push({ name, body });
}

export async function run(client) {
  let failed = 0;
  for (const [index, { name, body }] of cases.entries()) {
    try {
      await forgetLimits();
      await body(index + 1);
      console.log(`ok      ${client}: ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${client}: ${name}: ${error.stack}`);
    }
  }
  console.log(`${client}: ${cases.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && cases.length > 0 ? 0 : 1;
}
