/**
 * Every service migrates its own database, as its owner. The same compiled code on the same database has nothing left to do, so a
 * second start skips it: the mark, beside the database, is a hash of all code that could hold or steer a migration.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrateEnvironment, type Shared } from './environment.js';
import { forEachLimited } from './limited.js';
import { inRepository } from './paths.js';
import type { Postgres } from './postgres.js';
import { writePublicFile } from './private-file.js';
import type { Processes } from './processes.js';
import { SERVICES, type Service } from './services.js';

const LANES = 2;
const SHARED_CODE = ['kernel', 'law', 'services/shell', 'services/sw-contract'];

/** Answers how many services were migrated. */
export async function migrateChanged(processes: Processes, postgres: Postgres, shared: Shared): Promise<number> {
  const common = SHARED_CODE.map(hashOfCode).join();
  const states = SERVICES.map((service) => ({ service, mark: markOf(postgres, service), hash: `${common},${hashOfCode(`services/${service.name}`)}` }));
  const changed = states.filter(({ mark, hash }) => !existsSync(mark) || readFileSync(mark, 'utf8') !== hash);
  await forEachLimited(changed, LANES, async ({ service, mark, hash }) => {
    await processes.run({ name: `migrate-${service.name}`, script: `services/${service.name}/src/main.js`, args: ['migrate'], environment: migrateEnvironment(shared, service) });
    writePublicFile(mark, hash);
  });
  return changed.length;
}

const markOf = (postgres: Postgres, service: Service): string => join(postgres.home.dir, 'migrated', service.name);

/** Names and contents of the compiled files below a folder of dist/. */
export function hashOfCode(folder: string): string {
  const root = inRepository('dist', folder);
  if (!existsSync(root)) return 'absent';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !name.endsWith('.test.js'));
  const hash = createHash('sha256');
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(root, name)));
  return hash.digest('hex');
}
