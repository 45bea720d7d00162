/** PostgreSQL's own lock file, `postmaster.pid`: who serves the cluster, on which port, and whether it is ready. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, identify } from '../process-identity.js';

export interface PostmasterLock {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Lines: pid, folder, start, port, socket folder, address, shared memory, status. A half-written file is no lock yet. */
export function parseLock(text: string): PostmasterLock | null {
  const lines = text.split('\n');
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), (lines[7] ?? '').trim()];
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isInteger(port) ? port : 0, ready: status === 'ready' };
}

/** The living server of this cluster. A file left by a crash counts as none, also when its number now belongs to another program. */
export function livingPostmaster(cluster: string): PostmasterLock | null {
  const lock = readLock(cluster);
  if (!lock || !identify(lock.pid)) return null;
  return commandLine(lock.pid).includes(cluster) ? lock : null;
}

function readLock(cluster: string): PostmasterLock | null {
  try {
    return parseLock(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'));
  } catch {
    return null;
  }
}
