/**
 * npm run bench:mission [-- --short] [--sizes pilot,national] [--engines stock,compiled] [--rounds 3] [--seconds 5] [--clients 16] [--operations dossier,...] [--folder DIR] [--json FILE] [--docs]
 *
 * The contract's operations through the federation, against the same rows merged in one database behind one plain GraphQL server. `--short`: the pilot, one small round, to see that
 * it works. `--folder`: where the stacks keep their data, kept for a next run; else a folder that goes. `--docs`: writes the figures into docs/performance.md.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findHome } from '../../../local/postgres/home.js';
import { livingPostmaster } from '../../../local/postgres/lock-file.js';
import { readRecord } from '../../../local/run-file.js';
import { SERVICES } from '../../../local/services.js';
import { readStackSettings, type StackSettings } from '../../../local/settings.js';
import { freeBasePort } from '../../kit/free-ports.js';
import { makeTestFolder, removeTestFolder } from '../../kit/test-folder.js';
import { writePart } from '../kit/performance-page.js';
import { measureSize, type Effort } from './measure.js';
import { addedCompanies } from './national/country.js';
import { makeCountry, startCountry } from './national/stack.js';
import { makePilot, startPilot } from './pilot.js';
import { report } from './report.js';
import type { Run, SizeRun } from './results.js';
import { openSite, PILOT_COMPANIES, type Site } from './site.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Asked {
  readonly sizes: readonly SizeRun['size'][];
  readonly engines: readonly string[];
  readonly effort: Effort;
  readonly folder: string | null;
}

const OPTIONS = {
  short: { type: 'boolean' }, sizes: { type: 'string' }, engines: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' }, clients: { type: 'string' }, operations: { type: 'string' }, folder: { type: 'string' },
  json: { type: 'string' }, docs: { type: 'boolean' },
} as const;

type Values = { readonly [K in keyof typeof OPTIONS]?: (typeof OPTIONS)[K]['type'] extends 'boolean' ? boolean : string };

function askedOf(values: Values): Asked {
  const short = values.short === true;
  const count = (given: string | undefined, usual: number): number => {
    const value = Number(given ?? usual);
    if (!(value > 0)) throw new Error('--rounds, --seconds and --clients take numbers above nought');
    return value;
  };
  const sizes = (values.sizes ?? (short ? 'pilot' : 'pilot,national')).split(',');
  if (!sizes.every((one): one is SizeRun['size'] => one === 'pilot' || one === 'national')) throw new Error('--sizes takes pilot, national or both');
  return {
    sizes,
    engines: (values.engines ?? (short ? 'stock' : 'stock,compiled')).split(','),
    effort: { clients: count(values.clients, short ? 4 : 16), seconds: count(values.seconds, short ? 0.5 : 5), rounds: count(values.rounds, short ? 1 : 3), warmUpSeconds: short ? 0.3 : 5, operations: values.operations?.split(',') ?? null, warmUpRounds: short ? 1 : 24 },
    folder: values.folder ?? null,
  };
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const asked = askedOf(values as Values);
  const loadBefore = loadavg()[0] ?? 0;
  const folder = asked.folder ?? makeTestFolder('mission');
  const runs: SizeRun[] = [];
  try {
    for (const size of asked.sizes) runs.push(...(await (size === 'pilot' ? measurePilot : measureCountry)(folder, asked)));
  } finally {
    if (asked.folder === null) removeTestFolder(folder);
  }
  const run: Run = { at: new Date().toISOString().slice(0, 10), ...asked.effort, loadBefore, runs };
  const text = report(run);
  say(`\n${text}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(run, null, 2)}\n`);
  if (values.docs) writePart('mission', text);
  return runs.some(({ failed }) => Object.keys(failed).length > 0) ? 1 : 0;
}

async function settingsFor(folder: string, size: string): Promise<StackSettings> {
  return readStackSettings({ SCHAKEL_PORT: String(await freeBasePort()), SCHAKEL_DATA_DIR: join(folder, size), SCHAKEL_PG_FAST: '1', SCHAKEL_BUSINESS_DATE: '2014-03-03' });
}

async function measurePilot(folder: string, asked: Asked): Promise<SizeRun[]> {
  const settings = await settingsFor(folder, 'pilot');
  if (!existsSync(settings.dataDir)) await makePilot(settings);
  const runs: SizeRun[] = [];
  for (const engine of asked.engines) {
    const stack = await startPilot(settings, engine);
    try {
      const site = await openSite({ stack, companies: PILOT_COMPANIES, registers: null, prepared: true });
      runs.push(await measureSite('pilot', engine, site, asked.effort, [], []));
    } finally {
      await stack.stop();
    }
  }
  return runs;
}

async function measureCountry(folder: string, asked: Asked): Promise<SizeRun[]> {
  const settings = await settingsFor(folder, 'national');
  if (!existsSync(settings.dataDir)) {
    await makePilot(settings);
    await makeCountry(settings, say);
  }
  const runs: SizeRun[] = [];
  for (const engine of asked.engines) {
    const country = await startCountry(settings, engine);
    try {
      const site = await openSite({ stack: country.stack, companies: [...PILOT_COMPANIES, ...country.companies], registers: country.registers, prepared: true, logs: country.logs });
      runs.push(await measureSite('national', engine, site, asked.effort, addedCompanies().map((code) => `sw-${code}`), country.hosts));
    } finally {
      await country.stop();
    }
  }
  return runs;
}

async function measureSite(size: SizeRun['size'], engine: string, site: Site, effort: Effort, added: readonly string[], hosts: readonly number[]): Promise<SizeRun> {
  try {
    const services = [...SERVICES.map(({ name }) => name), ...added];
    const { dataDir } = site.stack.settings;
    const database = (): number[] => {
      const home = findHome(dataDir);
      return [home && livingPostmaster(home.cluster)?.pid].flatMap((pid) => pid ?? []);
    };
    const programs = (): number[] => Object.entries(readRecord(dataDir)?.children ?? {}).flatMap(([name, { pid }]) => (name === 'issuer' ? [] : [pid]));
    const processes = { federation: () => [...programs(), ...hosts, ...database()], merged: () => [site.mergedProcess, ...database()] };
    return await measureSize({ size, engine, site, services, processes }, effort, say);
  } finally {
    await site.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
