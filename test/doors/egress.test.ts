/** Nothing leaves the host: the whole stack lives in a network without a way out, and does not even try one. Attack 35 of the catalogue. */
import { execFile } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../../local/paths.js';

const MINUTES = 4;
/** Root may; others get a network of their own inside a user namespace, where the kernel allows it. */
const OWN_NETWORK = process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-current-user', '--keep-caps', '--net'];

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** In a network that holds the loopback and nothing else. */
function withoutWayOut(command: string): Promise<Ran> {
  const script = `ip link set lo up && exec ${command}`;
  return new Promise((resolve) => {
    const child = execFile('unshare', [...OWN_NETWORK, 'sh', '-c', script], { maxBuffer: 16 * 1024 * 1024, timeout: MINUTES * 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? (child.exitCode ?? 1) : 0, stdout, stderr });
    });
  });
}

interface Seen {
  readonly answer: { readonly data: { readonly personByBsn: { readonly employments: readonly object[] }; readonly swCompanies: readonly object[] }; readonly errors?: readonly object[] };
  readonly leaving: number;
  readonly attempt: string;
  readonly counted: number;
}

describe('a stack without a way out', () => {
  it('starts, answers from all five systems and stops, and never tries to leave; an attempt would have been seen', async () => {
    const possible = await withoutWayOut('true');
    if (possible.code !== 0) {
      process.stdout.write(`\n*** EGRESS WAS NOT TESTED: this machine makes no network of its own (${possible.stderr.trim()}). Run this test as root on Linux. ***\n\n`);
      // The result is that there is none, and why: the kernel or a missing command, never the product.
      expect(possible.stderr).toMatch(/unshare|ip:|not found|not permitted|ENOENT|^$/i);
      return;
    }
    const ran = await withoutWayOut(`${process.execPath} ${inRepository('dist', 'test', 'doors', 'egress', 'inside.js')}`);
    const last = ran.stdout.trim().split('\n').at(-1) ?? '';
    if (!last.startsWith('{')) throw new Error(`the stack did not come to an answer:\n${ran.stdout}\n${ran.stderr}`);
    const { answer, leaving, attempt, counted } = JSON.parse(last) as Seen;
    expect(answer.errors).toBeUndefined();
    expect([answer.data.personByBsn.employments.length > 0, answer.data.swCompanies.length]).toEqual([true, 3]);
    expect({ leaving, attempt, seen: counted > 0 }).toEqual({ leaving: 0, attempt: 'ENETUNREACH', seen: true });
  }, MINUTES * 60_000);
});
