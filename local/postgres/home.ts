/**
 * The folder that holds everything of one PostgreSQL: cluster, passwords, log, marks of finished imports (all with one lifetime).
 * Normally inside the data folder; when root works below a closed folder, where the database user cannot come, outside it.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, databaseUser, type OsUser } from './os-user.js';

export interface PostgresHome {
  readonly dir: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly user: OsUser;
}

export function openHome(dataDir: string): PostgresHome {
  const home = findHome(dataDir) ?? newHome(dataDir);
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && lstatSync(home.dir).uid !== self) {
    throw new Error(`${home.dir} belongs to another user of this machine; start as that user or set SCHAKEL_DATA_DIR to a folder of your own`);
  }
  return home;
}

/** The home as it is, without making anything; null when there is none. */
export function findHome(dataDir: string): PostgresHome | null {
  const [inside, outside] = [join(dataDir, 'postgres'), outsideFolder(dataDir)];
  if (existsSync(join(inside, 'cluster'))) return homeAt(inside);
  return existsSync(join(outside, 'cluster')) && isOurs(outside) ? homeAt(outside) : null;
}

function newHome(dataDir: string): PostgresHome {
  const inside = join(dataDir, 'postgres');
  makePassage(dataDir);
  makePassage(inside);
  const home = homeAt(inside);
  return home.user.uid === undefined || canEnter(home.user, inside) ? home : homeAt(makeOutside(dataDir));
}

function homeAt(dir: string): PostgresHome {
  const cluster = join(dir, 'cluster');
  return { dir, cluster, logFile: join(dir, 'postgres.log'), user: databaseUser(cluster) };
}

/** Others may pass through (the database user must), which does not let them look around. */
function makePassage(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o711 });
  const { uid, mode } = lstatSync(dir);
  if (uid === process.getuid?.()) chmodSync(dir, (mode & 0o7777) | 0o011);
}

/** A place that survives a restart of the machine, as a temporary folder may not; the same one for the same data folder. */
function outsideFolder(dataDir: string): string {
  return join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `schakel-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
}

function makeOutside(dataDir: string): string {
  const dir = outsideFolder(dataDir);
  makePassage(dir);
  if (!isOurs(dir)) throw new Error(`${dir} is needed for PostgreSQL but belongs to somebody else; set SCHAKEL_DATA_DIR to a folder that user nobody can reach`);
  return dir;
}

/** A folder in a public place may be somebody's trap. */
function isOurs(dir: string): boolean {
  const found = lstatSync(dir);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
