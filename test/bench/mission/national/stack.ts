/** A country on one machine: the pilot's stack on the pilot's data with the country's rows beside them, ninety companies in the registers, the added ones in a few host processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, closeSync, cpSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../../../local/environment.js';
import { inherited } from '../../../../local/environment.js';
import { openKeys, type StackKeys } from '../../../../local/keys.js';
import { inRepository } from '../../../../local/paths.js';
import { Postgres } from '../../../../local/postgres.js';
import { SERVICES } from '../../../../local/services.js';
import { baseUrl, postgresPort, type StackSettings } from '../../../../local/settings.js';
import { type RunningStack, startStack } from '../../../../local/stack.js';
import { inDatabase, type CompanySource } from '../../merged/copy.js';
import { end } from '../site.js';
import type { HostedCompany } from './company-host.js';
import { addedCompanies, companyName, countryRegisters, databaseOf, type RegisterFiles } from './country.js';
import { fillCountry } from './fill.js';
import { countrySupergraph } from './supergraph.js';

const HOSTS = 3;
const CONNECTIONS = 900;
/** A gateway reads ninety-two subgraphs before it is ready. */
const READY_MS = 300_000;
/** The first plan of an operation over ninety companies is not what is measured here (bench:partners does), so the planner gets the time it takes. */
const PLAN_MS = '60000';
/** The role of the company whose system the added ones have. */
const MODEL_ROLE = 'sw_zoetermeer_rijswijk';

export interface Country {
  readonly stack: RunningStack;
  readonly registers: string;
  readonly companies: readonly CompanySource[];
  /** Process ids of the hosts of the added companies. */
  readonly hosts: readonly number[];
  /** By service, for the added companies. */
  readonly logs: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

interface Ground {
  readonly settings: StackSettings;
  readonly folder: string;
  readonly registers: string;
  readonly keys: StackKeys;
}

/** Once per data folder of a stopped pilot. */
export async function makeCountry(settings: StackSettings, say: (line: string) => void): Promise<void> {
  await withPostgres(settings, (postgres) => inDatabase(postgres.adminUrl(), async (client) => void (await client.query(`alter system set max_connections = ${CONNECTIONS}`))));
  await withPostgres(settings, (postgres) => fillCountry({ adminUrl: (database) => postgres.adminUrl(database), appRole: `${MODEL_ROLE}_app`, say }));
  const folder = join(settings.dataDir, 'country');
  mkdirSync(folder, { recursive: true });
  cpSync(inRepository('schema'), join(folder, 'registers'), { recursive: true });
  const read = (name: string): unknown => JSON.parse(readFileSync(inRepository('schema', name), 'utf8'));
  const { partners, authority } = countryRegisters({ partners: read('partners.json'), authority: read('authority.json') } as RegisterFiles);
  writeFileSync(join(folder, 'registers', 'partners.json'), JSON.stringify(partners));
  writeFileSync(join(folder, 'registers', 'authority.json'), JSON.stringify(authority));
  const began = performance.now();
  writeFileSync(join(folder, 'supergraph.graphql'), countrySupergraph(join(folder, 'registers')));
  say(`supergraph of ${addedCompanies().length + SERVICES.length} subgraphs, composed in ${Math.round((performance.now() - began) / 1_000)} s`);
}

async function withPostgres(settings: StackSettings, work: (postgres: Postgres) => Promise<void>): Promise<void> {
  const postgres = await Postgres.start({ dataDir: settings.dataDir, port: postgresPort(settings), fast: settings.fastDatabase });
  try {
    await work(postgres);
  } finally {
    await postgres.stop();
  }
}

export async function startCountry(settings: StackSettings, engine: string): Promise<Country> {
  const folder = join(settings.dataDir, 'country');
  cpSync(join(settings.dataDir, 'keys'), join(folder, 'keys'), { recursive: true });
  chmodSync(folder, 0o755);
  const codes = addedCompanies();
  const keys = await openKeys(folder, [...SERVICES.map(({ name }) => name), ...codes.map((code) => `sw-${code}`)]);
  const ground: Ground = { settings, folder, registers: join(folder, 'registers'), keys };
  // Here before the stack, because the hosts need it and the stack needs the hosts' addresses; the stack joins it.
  const postgres = await Postgres.start({ dataDir: settings.dataDir, port: postgresPort(settings), fast: settings.fastDatabase });
  const databaseUrl = (code: string): string => withDatabase(postgres.url(MODEL_ROLE, 'app'), databaseOf(code));
  const hosts: Host[] = [];
  const stopHosts = async (): Promise<void> => void (await Promise.all(hosts.map(({ child }) => end(child))));
  try {
    hosts.push(...(await startHosts(ground, codes, databaseUrl)));
    const addresses = Object.assign({}, ...hosts.map((one) => one.addresses)) as Record<string, string>;
    const stack = await startStack(settings, { more: (program) => settingsOf(ground, program, addresses, engine), readyMs: READY_MS });
    return {
      stack, registers: ground.registers, hosts: hosts.map(({ child }) => child.pid ?? 0),
      companies: codes.map((code) => ({ code, body: `sw-${code}`, name: companyName(code), database: databaseOf(code), model: 'live' as const })),
      logs: new Map(hosts.flatMap(({ addresses: own, log }) => Object.keys(own).map((code) => [`sw-${code}`, log] as const))),
      async stop() {
        await stopHosts();
        await stack.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await stopHosts();
    await postgres.stop();
    throw error;
  }
}

function startHosts(ground: Ground, codes: readonly string[], databaseUrl: (code: string) => string): Promise<Host[]> {
  return Promise.all(Array.from({ length: HOSTS }, (_, place) => startHost(ground, place, codes.filter((_code, index) => index % HOSTS === place), databaseUrl)));
}

/** What the country changes in the settings of the pilot's programs. */
function settingsOf({ settings, folder, registers, keys }: Ground, program: string, added: Readonly<Record<string, string>>, engine: string): Environment {
  const all = [...SERVICES.map(({ name, portOffset }) => [name, baseUrl(settings, portOffset)] as const), ...Object.entries(added).map(([code, url]) => [`sw-${code}`, url] as const)];
  const list = (pairs: readonly (readonly [string, string])[]): string => pairs.map((pair) => pair.join('=')).join(',');
  if (program === 'issuer') return {};
  if (program !== 'gateway') {
    return {
      SCHAKEL_REGISTERS_DIR: registers, SCHAKEL_PARTIES: list(all), SCHAKEL_PARTY_KEYS_FILE: keys.partyKeysFile, SCHAKEL_SERVICE_KEY_FILE: keys.serviceKeyFile(program),
      SCHAKEL_ENVELOPE_KEY: keys.envelope[program] ?? '', SCHAKEL_LOG_KEY: keys.log[program] ?? '',
    };
  }
  return {
    SCHAKEL_ENGINE: engine, SCHAKEL_PLAN_TIMEOUT_MS: PLAN_MS, SCHAKEL_REGISTERS_DIR: registers, SCHAKEL_SUPERGRAPH: join(folder, 'supergraph.graphql'), SCHAKEL_SUBGRAPHS: list(all.map(([name, url]) => [name, `${url}/graphql`])),
    SCHAKEL_ENVELOPE_KEYS: list(Object.entries(keys.envelope)),
  };
}

interface Host {
  readonly child: ChildProcess;
  readonly addresses: Readonly<Record<string, string>>;
  readonly log: string;
}

async function startHost({ folder, registers, settings, keys }: Ground, place: number, codes: readonly string[], databaseUrl: (code: string) => string): Promise<Host> {
  const environment = (code: string): Record<string, string> => ({
    SCHAKEL_PORT: '4000', SCHAKEL_REGISTERS_DIR: registers, SCHAKEL_DATABASE_URL: databaseUrl(code), SCHAKEL_ENVELOPE_KEY: keys.envelope[`sw-${code}`] ?? '', SCHAKEL_LOG_KEY: keys.log[`sw-${code}`] ?? '',
    SCHAKEL_SERVICE_KEY_FILE: keys.serviceKeyFile(`sw-${code}`), SCHAKEL_PARTY_KEYS_FILE: keys.partyKeysFile, SCHAKEL_PARTIES: `reintegration=${baseUrl(settings, SERVICES[1]?.portOffset ?? 0)}`,
  });
  const file = join(folder, `host-${place}.json`);
  writeFileSync(file, JSON.stringify(codes.map((code): HostedCompany => ({ code, environment: environment(code) }))), { mode: 0o600 });
  const log = join(folder, `host-${place}.log`);
  const output = openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, [inRepository('dist', 'test', 'bench', 'mission', 'national', 'company-host.js')], {
    env: { ...inherited(process.env), NODE_ENV: 'production', HOST_FILE: file }, stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  const addresses = await new Promise<Record<string, string>>((resolve, reject) => {
    child.on('message', (message) => typeof message === 'object' && message !== null && 'addresses' in message && resolve(message.addresses as Record<string, string>));
    child.once('exit', () => reject(new Error(`a host of companies ended; see ${log}`)));
  });
  return { child, addresses, log };
}

function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
