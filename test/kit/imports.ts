/** Imports and reports as an operator runs them, and what they leave in a service's own database. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../../local/demo/world.js';
import { inRepository } from '../../local/paths.js';
import { databaseUrl } from '../../local/postgres.js';
import { serviceNamed } from '../../local/services.js';
import { deliveriesDir, postgresPort, readStackSettings } from '../../local/settings.js';
import { SYSTEM_DOOR } from './system-door.js';

const settings = readStackSettings(process.env);

export interface Ran {
  readonly code: number | null;
  /** Both streams: what an operator sees. */
  readonly output: string;
}

/** A command of the repository, on the stack of these tests. */
function runLocal(command: 'import' | 'report', ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [inRepository('dist', 'local', `${command}.js`), ...args], (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }));
  });
}

export const runImport = (body: string, ...files: readonly string[]): Promise<Ran> => runLocal('import', '--body', body, ...files);
export const report = async (body: string): Promise<string> => (await runLocal('report', '--body', body)).output;

/** An import that can be killed with all its processes; one that has ended is past killing. */
export function beginImport(body: string, file: string): { readonly ended: Promise<void>; kill(): void } {
  const child = spawn(process.execPath, [inRepository('dist', 'local', 'import.js'), '--body', body, file], { detached: true, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  return { ended, kill };
}

export const delivered = (...path: string[]): string => join(deliveriesDir(settings), ...path);
export const textOf = (...path: string[]): string => readFileSync(delivered(...path), 'utf8');

/** A file under exactly this name, for the name says what it is; it goes when the stack goes. */
export function fileNamed(name: string, content: string | Buffer): string {
  const file = join(mkdtempSync(join(settings.dataDir, 'delivered-')), name);
  writeFileSync(file, content);
  return file;
}

/** A connection as the service's own app role; ended after `work`. */
export async function inDatabase<T>(service: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl(settings.dataDir, postgresPort(settings), serviceNamed(service).database, 'app'), options: SYSTEM_DOOR });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function rowsOf<R extends object>(service: string, sql: string, values: unknown[] = []): Promise<R[]> {
  return inDatabase(service, async (client) => (await client.query<R>(sql, values)).rows);
}

/** Rows per table of a service; without the heads of other systems' audit chains, and what seals the audit of accesses, which come by themselves. */
export function rowCounts(service: string): Promise<Record<string, number>> {
  return inDatabase(service, async (client) => {
    const tables = await client.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('audit_anchor', 'access_linked', 'access_unlinked') order by 1`);
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) counts[name] = Number((await client.query<{ count: string }>(`select count(*) from "${name}" ${name === 'audit' ? "where actor <> 'access-audit'" : ''}`)).rows[0]?.count);
    return counts;
  });
}

/** Every message of this service has reached the other. */
export async function untilSent(service: string): Promise<void> {
  const waiting = 'select id from outbox where delivered_at is null and parked_at is null';
  await eventually(() => rowsOf(service, waiting), (rows) => rows.length === 0, `the messages of ${service} arrive`);
}
