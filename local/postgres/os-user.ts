/** As whom PostgreSQL runs: it refuses root, so root hands it to `nobody`; anybody else runs it as himself. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const NOBODY = 65_534;

export interface OsUser {
  /** Absent: the user we already are. */
  readonly uid?: number;
  readonly gid?: number;
}

/** An existing cluster keeps its owner: PostgreSQL serves only a folder of its own user. */
export function databaseUser(clusterDir: string): OsUser {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(clusterDir) ? statSync(clusterDir) : null;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: NOBODY, gid: NOBODY };
}

/** Can this user step into the folder? Asked of the system itself: modes, groups and access lists all count. */
export function canEnter(user: OsUser, dir: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', dir], { ...user, stdio: 'ignore', cwd: '/' }).status === 0;
}
