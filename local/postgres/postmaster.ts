/**
 * One server per cluster: attaches to the one that outlived its runner, else starts one; waits out a server that is just stopping
 * or was just killed. Messages never hold values: no DETAIL, no parameters, no statement text in the log.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, identify, type ProcessIdentity } from '../process-identity.js';
import { POSTGRES_ENVIRONMENT } from './binaries.js';
import type { PostgresHome } from './home.js';
import { livingPostmaster, type PostmasterLock } from './lock-file.js';

const PATIENCE_MS = 30_000;
const STOP_MS = 20_000;
const PASSING_FAULTS = ['lock file', 'pre-existing shared memory', 'shared memory block'];

const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'log_min_error_statement=panic',
  'timezone=UTC',
  'jit=off',
  'max_parallel_workers_per_gather=0',
];
/** A commit still reaches the operating system before it is answered, so that killing the server loses nothing; only a power cut may. */
const FAST_FLAGS = ['fsync=off', 'full_page_writes=off'];

export interface PostmasterOptions {
  readonly home: PostgresHome;
  readonly binaries: string;
  readonly port: number;
  readonly fast: boolean;
  /** True when the server answers a login. */
  readonly answers: () => Promise<boolean>;
}

export interface Postmaster {
  readonly pid: number;
  readonly attached: boolean;
}

export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const living = livingPostmaster(options.home.cluster);
    const found = living ? await attach(options, living) : await launch(options);
    if (found) return found;
    await sleep(150);
  }
  throw new Error(`PostgreSQL did not become ready within ${PATIENCE_MS / 1000} s; its last lines:\n${lastLines(options.home.logFile)}`);
}

/** A server on another port was started under other settings: it makes room. */
async function attach(options: PostmasterOptions, living: PostmasterLock): Promise<Postmaster | null> {
  if (living.ready && living.port !== options.port) await stopPostmaster(options.home);
  else if (living.ready && (await options.answers())) return { pid: living.pid, attached: true };
  return null;
}

async function launch(options: PostmasterOptions): Promise<Postmaster | null> {
  const logStart = existsSync(options.home.logFile) ? statSync(options.home.logFile).size : 0;
  const child = spawnServer(options);
  const exited = new Promise<'exited'>((resolve) => {
    child.once('exit', () => resolve('exited'));
    child.once('error', () => resolve('exited'));
  });
  const ready = await Promise.race([exited, untilReady(options, child)]);
  if (ready === 'ready') return { pid: child.pid ?? 0, attached: false };
  const lines = lastLines(options.home.logFile, logStart);
  if (PASSING_FAULTS.some((fault) => lines.includes(fault))) return null;
  throw new Error(`PostgreSQL did not start (port ${options.port}); its last lines:\n${lines}`);
}

/** In a session of its own: Ctrl-C is for the runner, which stops the services first and the database last. */
function spawnServer({ home, binaries, port, fast }: PostmasterOptions): ChildProcess {
  const log = openSync(home.logFile, 'a', 0o600);
  const flags = [...FLAGS, ...(fast ? FAST_FLAGS : [])].flatMap((flag) => ['-c', flag]);
  const child = spawn(join(binaries, 'postgres'), ['-D', home.cluster, '-p', String(port), ...flags], {
    ...home.user,
    env: POSTGRES_ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

async function untilReady({ home }: PostmasterOptions, child: ChildProcess): Promise<'ready' | 'late'> {
  const deadline = Date.now() + PATIENCE_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const living = livingPostmaster(home.cluster);
    if (living?.pid === child.pid && living?.ready) return 'ready';
    await sleep(15);
  }
  return 'late';
}

function lastLines(file: string, from = 0): string {
  return readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-6).join('\n');
}

/** Fast shutdown of whatever serves this cluster. False when nobody does. */
export async function stopPostmaster(home: PostgresHome): Promise<boolean> {
  const living = livingPostmaster(home.cluster);
  const identity: ProcessIdentity | null = living && identify(living.pid);
  if (identity && !(await endProcess(identity, STOP_MS, 'SIGINT'))) throw new Error(`PostgreSQL (process ${identity.pid}) does not stop`);
  return identity !== null;
}
