/**
 * Nobody leaves a database behind: a small shell waits until the pipe from the runner closes, which happens however the runner
 * ends, and then asks the server to shut down, if it is still the server of that cluster.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { PostgresHome } from './home.js';

const SCRIPT = 'while read -r _; do :; done; read -r now < "$2" && [ "$now" = "$1" ] && kill -INT "$1"';

export function guardPostmaster(home: PostgresHome, pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'schakel-postgres-guard', String(pid), join(home.cluster, 'postmaster.pid')], {
    ...home.user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard;
}

/** To be called before an orderly stop: the guard has nothing left to do. */
export function dismiss(guard: ChildProcess): void {
  guard.kill('SIGKILL');
  guard.stdin?.destroy();
}
