/**
 * The service that exports, as it runs in a deployment: its own process, its own PostgreSQL with the indications of a country, asked over HTTP as the
 * gateway does. Its memory is watched from outside.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { SCOPES } from '#kernel/viewer.js';
import { inherited } from '../../../local/environment.js';
import { openKeys } from '../../../local/keys.js';
import { inRepository } from '../../../local/paths.js';
import { Postgres } from '../../../local/postgres.js';
import { freeBasePort } from '../../kit/free-ports.js';
import { makeTestFolder, removeTestFolder } from '../../kit/test-folder.js';
import { companyCode, HALF_YEAR, municipalityOf, TODAY } from './country.js';
import { writeRegisters } from './registers.js';
import { PEOPLE_SQL, POINTERS_SQL } from './rows.js';

const SERVICE = 'reintegration';
const MAIN = inRepository('dist', 'services', SERVICE, 'src', 'main.js');
const WATCH_MS = 50;
/** Of Linux, per second. */
const CLOCK_TICKS = 100;
/** As a container would bound it. Left to itself Node cleans up late: it holds some 60 MB and lets 230 lie. */
const HEAP_MB = 160;

export class Exporter {
  /** Resident memory of the exporting process at its highest since `watch`, in MB. */
  peak = 0;
  private service: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly postgres: Postgres,
    private readonly standIns: ChildProcess,
    private readonly port: number,
    private readonly envelopeKey: Buffer,
  ) {}

  static async start(sizes: readonly number[]): Promise<Exporter> {
    const folder = makeTestFolder('national');
    const base = await freeBasePort();
    const postgres = await Postgres.start({ dataDir: folder, port: base + 32, fast: true });
    const { standIns, addresses } = await startStandIns();
    const keys = await openKeys(folder, [SERVICE, ...Object.keys(addresses)]);
    const registers = join(folder, 'registers');
    writeRegisters(registers, sizes.map((_, run) => municipalityOf(run)));
    const exporter = new Exporter(folder, postgres, standIns, base, Buffer.from(keys.envelope[SERVICE] ?? '', 'base64url'));
    try {
      const common = { SCHAKEL_REGISTERS_DIR: registers, SCHAKEL_LOG_LEVEL: 'warn', NODE_ENV: 'production' };
      await postgres.makeDatabases([SERVICE]);
      run({ ...common, SCHAKEL_DATABASE_OWNER_URL: postgres.url(SERVICE, 'owner') }, 'migrate');
      await fill(postgres.adminUrl(SERVICE), sizes);
      await exporter.serve({
        ...common, SCHAKEL_PORT: String(base), SCHAKEL_DATABASE_URL: postgres.url(SERVICE, 'app'), SCHAKEL_ENVELOPE_KEY: keys.envelope[SERVICE] ?? '',
        SCHAKEL_LOG_KEY: keys.log[SERVICE] ?? '', SCHAKEL_SERVICE_KEY_FILE: keys.serviceKeyFile(SERVICE), SCHAKEL_PARTY_KEYS_FILE: keys.partyKeysFile,
        SCHAKEL_BUSINESS_DATE: TODAY, SCHAKEL_PARTIES: Object.entries(addresses).map((pair) => pair.join('=')).join(','),
      });
      return exporter;
    } catch (error) {
      await exporter.stop();
      throw error;
    }
  }

  /** The lines of the export of one run, as they come; throws when it breaks off. */
  async *lines(municipality: string, deadlineMs: number): AsyncGenerator<string> {
    const path = `/exports/statistiek-wsw?halfYear=${HALF_YEAR}&municipality=${municipality}`;
    const viewer = { subject: 'somebody', body: 'werk-en-inkomen', roles: ['CASE_WORKER' as const], scopes: SCOPES, purpose: 'levering-statistiek-wsw' };
    const facts = { viewer, businessDate: TODAY, requestId: `national-${municipality}`, deadline: Date.now() + deadlineMs };
    const envelope = sealEnvelope(facts, SERVICE, `GET ${path}`, this.envelopeKey);
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, { headers: { [ENVELOPE_HEADER]: envelope } });
    if (!response.ok || !response.body) throw new Error(`the export was refused: ${response.status} ${await response.text()}`);
    let rest = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = `${rest}${part}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  }

  watch(): () => void {
    this.peak = this.memory();
    const timer = setInterval(() => (this.peak = Math.max(this.peak, this.memory())), WATCH_MS);
    return () => clearInterval(timer);
  }

  /** Milliseconds of processor that the exporting process has used so far. */
  processor(): number {
    const fields = this.read('stat').slice(this.read('stat').lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * (1_000 / CLOCK_TICKS);
  }

  async stop(): Promise<void> {
    const { service } = this;
    if (service?.exitCode === null) {
      service.kill('SIGTERM');
      await new Promise((resolve) => service.once('exit', resolve));
    }
    this.standIns.stdin?.end();
    await this.postgres.stop();
    removeTestFolder(this.folder);
  }

  private memory(): number {
    return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(this.read('status'))?.[1] ?? '0') / 1024);
  }

  /** What the machine says of the exporting process; empty when it is gone. */
  private read(what: 'status' | 'stat'): string {
    try {
      return readFileSync(`/proc/${this.service?.pid}/${what}`, 'utf8');
    } catch {
      return '';
    }
  }

  private async serve(environment: Readonly<Record<string, string>>): Promise<void> {
    this.service = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, MAIN, 'serve'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...inherited(process.env), ...environment } });
    await this.ready();
  }

  private async ready(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const answers = await fetch(`http://127.0.0.1:${this.port}/readyz`).then(({ ok }) => ok, () => false);
      if (answers) return;
      if (this.service?.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('the exporting service does not come up');
  }
}

async function startStandIns(): Promise<{ standIns: ChildProcess; addresses: Record<string, string> }> {
  const standIns = spawn(process.execPath, [inRepository('dist', 'test', 'national', 'statistiek-wsw', 'stand-ins.js')], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: standIns.stdout })) return { standIns, addresses: JSON.parse(line) as Record<string, string> };
  throw new Error('the stand-ins said nothing');
}

async function fill(url: string, sizes: readonly number[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const [run, size] of sizes.entries()) {
    await client.query(PEOPLE_SQL, [size, `n${run}`, municipalityOf(run)]);
    await client.query(POINTERS_SQL, [size, `n${run}`, Array.from({ length: 90 }, (_, index) => companyCode(index))]);
  }
  await client.query('analyze indication; analyze employment_pointer');
  await client.end();
}

function run(environment: Readonly<Record<string, string>>, verb: string): void {
  const done = spawnSync(process.execPath, [MAIN, verb], { env: { ...inherited(process.env), ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`${SERVICE} ${verb} failed`);
}
