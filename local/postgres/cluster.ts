/** Makes the cluster once: UTF-8, C order, every login by scram password. Half a cluster never stays: made aside, then renamed. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POSTGRES_ENVIRONMENT } from './binaries.js';
import type { PostgresHome } from './home.js';
import { SUPERUSER } from './passwords.js';

const NO_ACCOUNT = 'could not look up effective user ID';

export function makeCluster(home: PostgresHome, binaries: string, password: string, fast: boolean): void {
  if (existsSync(home.cluster)) return;
  const workshop = join(home.dir, 'cluster-in-the-making');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { mode: 0o700 });
  const passwordFile = join(workshop, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.user.uid !== undefined) for (const path of [workshop, passwordFile]) chownSync(path, home.user.uid, home.user.gid ?? home.user.uid);
  const cluster = join(workshop, 'cluster');
  initdb(home, binaries, ['-D', cluster, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...(fast ? ['--no-sync'] : [])]);
  renameSync(cluster, home.cluster);
  rmSync(workshop, { recursive: true, force: true });
}

function initdb(home: PostgresHome, binaries: string, flags: string[]): void {
  const command = [join(binaries, 'initdb'), ...flags, '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const made = run(home, command);
  const remade = made.status !== 0 && made.stderr?.includes(NO_ACCOUNT) ? run(home, [...IN_A_NAMED_ACCOUNT, ...command]) : made;
  if (remade.status === 0) return;
  if (made.stderr?.includes(NO_ACCOUNT)) {
    throw new Error(`PostgreSQL's initdb refuses user id ${process.getuid?.()} because it has no account on this machine; add a line for it to /etc/passwd or run as another user`);
  }
  throw new Error(`PostgreSQL could not make its data folder ${home.cluster}: ${made.error?.message ?? made.stderr}`);
}

/** A container may give us a user id without an account. A user namespace lends initdb one; the files stay ours. */
const IN_A_NAMED_ACCOUNT = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

function run(home: PostgresHome, [program = '', ...flags]: string[]): SpawnSyncReturns<string> {
  return spawnSync(program, flags, { ...home.user, env: POSTGRES_ENVIRONMENT, cwd: '/', encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
}
