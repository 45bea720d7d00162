/** What is measured at one size: the federation, and beside it the merged server over the same rows. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inherited } from '../../../local/environment.js';
import { inRepository } from '../../../local/paths.js';
import { answersOk } from '../../../local/processes.js';
import { businessDateFile } from '../../../local/settings.js';
import type { RunningStack } from '../../../local/stack.js';
import { signIn } from '../../../local/demo/graph-client.js';
import { eventually } from '../../../local/demo/world.js';
import { type CompanySource, fillMerged, inDatabase } from '../merged/copy.js';
import { Client, type Target } from './load.js';
import { type Measured, measuredOperations } from './operations.js';
import { personOf } from './seeds.js';
import { curatorWorker, expiredWorker, expiringWorker, mentorWorker, movedWorker, scenarioWorkers, secondedWorker } from '../../../local/population/fixed-people.js';

export const PILOT_COMPANIES: readonly CompanySource[] = [
  { code: 'zoetermeer-rijswijk', model: 'live', name: 'Sw-bedrijf Zoetermeer-Rijswijk', body: 'sw-zoetermeer-rijswijk', database: 'sw_zoetermeer_rijswijk' },
  { code: 'leiden', model: 'leiden', name: 'Sw-bedrijf Leiden', body: 'sw-leiden', database: 'sw_leiden' },
  { code: 'wassenaar', model: 'wassenaar', name: 'GR Kust-, Duin- en Bollenstreek', body: 'sw-wassenaar', database: 'sw_wassenaar' },
];
const USERS = ['case-worker', 'placement-leiden', 'analyst'];
const MERGED_OFFSET = 33;
const CLIENTS = 60;

export interface Site {
  readonly federation: Target;
  readonly merged: Target;
  readonly operations: readonly Measured[];
  readonly stack: RunningStack;
  /** Process id of the merged server. */
  readonly mergedProcess: number;
  /** Rows in the merged database, by table: what the sizes are. */
  readonly counts: Readonly<Record<string, number>>;
  /** Lines of the log of one service, parsed. */
  logOf(service: string): Record<string, unknown>[];
  close(): Promise<void>;
}

export interface SiteParts {
  readonly stack: RunningStack;
  readonly companies: readonly CompanySource[];
  /** Folder of the registers; null: the committed ones. */
  readonly registers: string | null;
  readonly prepared: boolean;
  /** Log files beside those of the stack, by service. */
  readonly logs?: ReadonlyMap<string, string>;
}

/** Copies the rows, starts the merged server, signs the users in. The stack stays the caller's. */
export async function openSite({ stack, companies, registers, prepared, logs }: SiteParts): Promise<Site> {
  await fillMerged((database) => adminUrl(stack, database), companies);
  const merged = await startMerged(stack, registers, prepared);
  const tokens = new Map(await Promise.all(USERS.map(async (user) => [user, (await signIn(stack.issuerUrl, user, '')).token] as const)));
  const federation: Target = { url: stack.url, tokens };
  return {
    federation, stack, operations: measuredOperations(await subjects(federation)), merged: { url: merged.url, tokens }, mergedProcess: merged.pid, counts: await countsOf(stack),
    logOf: (service) => linesOf(logs?.get(service) ?? stack.logFile(service)),
    close: () => merged.stop(),
  };
}

export function adminUrl(stack: RunningStack, database = 'postgres'): string {
  const url = new URL(stack.adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** The same people at every size: those who are written down by hand, and the first of the list of clients. */
async function subjects(target: Target): Promise<{ clients: string[]; workers: string[] }> {
  const fixed = [...scenarioWorkers, mentorWorker, curatorWorker, expiringWorker, expiredWorker, movedWorker, secondedWorker].map(personOf);
  const client = new Client(target, 1);
  const query = `query Subjects { clients(first: ${CLIENTS}) { nodes { id } } }`;
  const ask = async (): Promise<{ clients: { nodes: { id: string }[] } } | null> =>
    (await client.ask({ name: 'dossier', user: 'case-worker', purpose: 'wsw', query, operationName: 'Subjects', variables: [{}] }, 0)).data as { clients: { nodes: { id: string }[] } } | null;
  // A stack that has just started may be late with its first answer.
  const data = await eventually(ask, (answer) => answer !== null, 'the list of clients');
  await client.close();
  const listed = (data?.clients.nodes ?? []).map(({ id }) => id);
  return { clients: fixed.flatMap((one, index) => [one, ...listed.slice(index * 2, index * 2 + 2)]), workers: fixed };
}

async function startMerged(stack: RunningStack, registers: string | null, prepared: boolean): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const port = stack.settings.basePort + MERGED_OFFSET;
  const child = spawn(process.execPath, [inRepository('dist', 'test', 'bench', 'merged', 'main.js')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...inherited(process.env), NODE_ENV: 'production', MERGED_PORT: String(port), MERGED_DATABASE_URL: adminUrl(stack, 'merged'), MERGED_ISSUER: stack.issuerUrl, MERGED_PREPARED: prepared ? 'on' : 'off',
      MERGED_BUSINESS_DATE: `file:${businessDateFile(stack.settings)}`, ...(registers === null ? {} : { MERGED_REGISTERS: registers }),
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  return { url, pid: child.pid ?? 0, stop: () => end(child) };
}

export async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 120_000; !(await answersOk(`${url}/readyz`)); ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`what should answer at ${url} does not get ready`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return ended;
}

async function countsOf(stack: RunningStack): Promise<Record<string, number>> {
  const tables = ['municipality', 'person', 'application', 'benefit', 'trajectory', 'indication', 'company', 'employment', 'workplace', 'placement', 'agreement'];
  return inDatabase(adminUrl(stack, 'merged'), async (client) => {
    const counted = await client.query<Record<string, number>>(`select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`);
    return counted.rows[0] ?? {};
  });
}

function linesOf(file: string): Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []));
}
