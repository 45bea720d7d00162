/** One-off commands of the services (`import`, `report`, `audit`) against the databases of the running stack, with the output for the user. */
import { spawnSync, type SpawnSyncReturns, type StdioOptions } from 'node:child_process';
import { importEnvironment, inherited, type Environment, type Shared } from './environment.js';
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
  return spawnService(shared, service, args, 'inherit').status ?? 1;
}

/** Answers what the command printed; throws when it failed, after it said why. */
export function askService(shared: Shared, service: Service, args: readonly string[]): string {
  const done = spawnService(shared, service, args, ['ignore', 'pipe', 'inherit']);
  if (done.status !== 0) throw new Error(done.stdout.toString().trim() || `${service.name} could not do: ${args.join(' ')}`);
  return done.stdout.toString();
}

/** A command that needs no stack and no database, only these settings. Answers the exit code. */
export function runOffline(service: Service, args: readonly string[], environment: Environment): number {
  return spawnProgram(service, args, environment, 'inherit').status ?? 1;
}

function spawnService(shared: Shared, service: Service, args: readonly string[], stdio: StdioOptions): SpawnSyncReturns<Buffer> {
  return spawnProgram(service, args, importEnvironment(shared, service), stdio);
}

function spawnProgram(service: Service, args: readonly string[], environment: Environment, stdio: StdioOptions): SpawnSyncReturns<Buffer> {
  return spawnSync(process.execPath, [inRepository('dist', 'services', service.name, 'src', 'main.js'), ...args], {
    env: { ...inherited(process.env), ...environment },
    maxBuffer: 1024 * 1024 * 1024,
    stdio,
  });
}
