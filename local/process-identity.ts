/** A process and the moment it started: after a crash the bare number may be somebody else's, and we end only what is ours. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque; equal only for the same process. */
  readonly startedAt: string;
}

/** Null when no such process runs (a zombie does not run). */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return startFromStat(stat);
  } catch {
    return null;
  }
}

/** The fields after the command, which is in brackets and may itself hold spaces and brackets. */
export function startFromStat(stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[19]];
  return state === 'Z' || state === 'X' || start === undefined ? null : start;
}

function startByPs(pid: number): string | null {
  try {
    const [state, ...start] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/);
    return state === undefined || state === '' || state.startsWith('Z') ? null : start.join(' ');
  } catch {
    return null;
  }
}

/** The command line of a process, or '' when it cannot be seen. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Asks a process to end, waits `graceMs`, then ends it. True when it is gone. */
export async function endProcess(identity: ProcessIdentity, graceMs: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<boolean> {
  if (await signalAndWait(identity, signal, graceMs)) return true;
  return signalAndWait(identity, 'SIGKILL', 5_000);
}

async function signalAndWait(identity: ProcessIdentity, signal: NodeJS.Signals, waitMs: number): Promise<boolean> {
  if (!isRunning(identity)) return true;
  try {
    process.kill(identity.pid, signal);
  } catch {
    return !isRunning(identity);
  }
  const deadline = Date.now() + waitMs;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
