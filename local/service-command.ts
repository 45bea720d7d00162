/** One-off commands of the services (`import`, `report`) against the databases of the running stack, with the output for the user. */
import { spawnSync } from 'node:child_process';
import { importEnvironment, inherited, type Shared } from './environment.js';
import { openKeys } from './keys.js';
import { inRepository } from './paths.js';
import { databaseUrl } from './postgres.js';
import { livingRunner } from './run-file.js';
import { SERVICES, type Service } from './services.js';
import { postgresPort, type StackSettings } from './settings.js';

/** Throws when the stack does not run: the databases would not answer. */
export async function runningShared(settings: StackSettings): Promise<Shared> {
  if (!livingRunner(settings.dataDir)) throw new Error('the stack does not run; start it first: npm start');
  const keys = await openKeys(settings.dataDir, SERVICES.map((service) => service.name));
  return { settings, keys, databaseUrl: (database, role) => databaseUrl(settings.dataDir, postgresPort(settings), database, role) };
}

/** Answers the exit code. */
export function runServiceCommand(shared: Shared, service: Service, args: readonly string[]): number {
  const done = spawnSync(process.execPath, [inRepository('dist', 'services', service.name, 'src', 'main.js'), ...args], {
    env: { ...inherited(process.env), ...importEnvironment(shared, service) },
    stdio: 'inherit',
  });
  return done.status ?? 1;
}
