/** kill -9 of a whole PostgreSQL server: the postmaster and every process it made, so that nobody finishes what he was doing. */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findHome } from '../../local/postgres/home.js';
import { livingPostmaster } from '../../local/postgres/lock-file.js';
import { identify } from '../../local/process-identity.js';
import type { StackSettings } from '../../local/settings.js';
import type { RunningStack } from '../../local/stack.js';

const PATIENCE_MS = 30_000;

/** The runner starts it again: it looks twice a second, and waits half a second the first time. */
export async function killDatabase(stack: RunningStack, settings: StackSettings): Promise<void> {
  // Its earlier ends are forgotten, so that the runner does not wait longer every time.
  await stack.stopService('PostgreSQL');
  const home = findHome(settings.dataDir);
  const server = home && livingPostmaster(home.cluster);
  if (!server) throw new Error('PostgreSQL does not run');
  const all = [server.pid, ...childrenOf(server.pid)];
  for (const pid of all) killNow(pid);
  for (const deadline = Date.now() + PATIENCE_MS; all.some((pid) => identify(pid) !== null) && Date.now() < deadline; ) await sleep(5);
}

/** Resolves when somebody can log in and ask. */
export async function databaseAnswers(stack: RunningStack): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(25)) {
    if (await asks(stack.adminUrl())) return;
    if (Date.now() > deadline) throw new Error('PostgreSQL did not come back');
  }
}

async function asks(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function childrenOf(parent: number): number[] {
  const text = execFileSync('ps', ['axo', 'pid=,ppid='], { encoding: 'utf8' });
  return text.split('\n').flatMap((line) => {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    return ppid === parent && pid !== undefined ? [pid] : [];
  });
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
