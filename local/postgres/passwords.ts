/** One generated password per role, kept readable for the owner only, beside the cluster that knows them. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../private-file.js';
import type { PostgresHome } from './home.js';

export type DatabaseRole = 'owner' | 'app';

export const SUPERUSER = 'postgres';

export const roleName = (database: string, role: DatabaseRole): string => `${database}_${role}`;

export class Passwords {
  private constructor(
    private readonly file: string,
    private readonly known: Record<string, string>,
  ) {}

  /** Throws when a cluster exists whose passwords are gone. */
  static open(home: PostgresHome): Passwords {
    const file = join(home.dir, 'passwords.json');
    if (existsSync(file)) return new Passwords(file, JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    if (existsSync(home.cluster)) throw new Error(`${file} is missing, so the databases beside it cannot be opened; move ${home.dir} away to begin anew`);
    return new Passwords(file, {});
  }

  /** The password of a PostgreSQL role; made and written down at the first question. */
  of(role: string): string {
    const known = this.known[role];
    if (known !== undefined) return known;
    const made = randomBytes(24).toString('base64url');
    this.known[role] = made;
    writePrivateFile(this.file, JSON.stringify(this.known, null, 2));
    return made;
  }
}
