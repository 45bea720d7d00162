/**
 * The one-machine stack. `bringUp` is the ordered list of what a start does; it reads downward, and `bringDown` undoes it upward.
 * Several stacks can run at the same time, each with its own ports and data folder: the tests use this very function.
 */
import { rmSync } from 'node:fs';
import { openBusinessDate, moveBusinessDate } from './business-date.js';
import { gatewayEnvironment, issuerEnvironment, serveEnvironment, type Environment, type Route, type Shared } from './environment.js';
import { importDeliveries, servicesWithoutData, untilDelivered, writeDeliveries } from './first-data.js';
import { KeepAlive } from './keep-alive.js';
import { openKeys } from './keys.js';
import { migrateChanged } from './migrations.js';
import { demandFreePorts } from './ports.js';
import { Postgres } from './postgres.js';
import type { DatabaseRole } from './postgres/passwords.js';
import { Processes, type Program } from './processes.js';
import { silent, type Progress } from './progress.js';
import { RunFile, type RunRecord } from './run-file.js';
import { DATABASES, serviceNamed, SERVICES, type Service } from './services.js';
import { baseUrl, gatewayUrl, issuerUrl, logsDir, postgresPort, type StackSettings } from './settings.js';
import { requestToken } from './token-request.js';

export interface StackOptions {
  /** Leads the bodies to each other by another way than straight: tests put themselves in between. */
  readonly route?: Route;
  readonly progress?: Progress;
  /** Settings of a program (a service, `gateway` or `issuer`) beside those that every start gives it, and in their place; for tests and benches. */
  readonly more?: (program: string) => Environment;
  /** How long each program may take to get ready, in milliseconds; a minute when absent. */
  readonly readyMs?: number;
  /** Ends a start that is under way; what it started is stopped. */
  readonly abort?: AbortSignal;
  /** A process ended that nobody asked to end; it is started again after `waitMs`. */
  readonly onUnexpectedEnd?: (name: string, code: number | null, log: string, waitMs: number) => void;
  /** It was started again and is ready, or (with an error) did not get ready and is tried again after `waitMs`. */
  readonly onStartedAgain?: (name: string, failure?: { readonly error: unknown; readonly waitMs: number }) => void;
}

export class AlreadyRunning extends Error {
  constructor(readonly record: RunRecord) {
    super(`a stack runs already at ${record.url} (process ${record.runner.pid})`);
  }
}

/** Starts everything and resolves when the gateway is ready. Throws `AlreadyRunning` when another runner holds the data folder. */
export async function startStack(settings: StackSettings, options: StackOptions = {}): Promise<RunningStack> {
  const runFile = await RunFile.take(settings.dataDir, gatewayUrl(settings));
  if (!(runFile instanceof RunFile)) throw new AlreadyRunning(runFile);
  const stack = new RunningStack(settings, runFile, options);
  try {
    await stack.bringUp();
    return stack;
  } catch (error) {
    await stack.stop().catch(() => undefined);
    throw options.abort?.aborted ? new Error('stopped before it was up') : error;
  }
}

const DATABASE = 'PostgreSQL';

export class RunningStack {
  readonly url: string;
  readonly issuerUrl: string;
  private readonly processes: Processes;
  private readonly keepAlive: KeepAlive;
  private postgres: Postgres | undefined;
  private stopping: Promise<void> | undefined;

  constructor(
    readonly settings: StackSettings,
    private readonly runFile: RunFile,
    private readonly options: StackOptions,
  ) {
    this.url = gatewayUrl(settings);
    this.issuerUrl = issuerUrl(settings);
    this.processes = new Processes(logsDir(settings), runFile, (name, code, log) => this.endedUnasked(name, code, log));
    this.keepAlive = new KeepAlive({
      again: (name) => this.bringBack(name),
      onBack: (name) => options.onStartedAgain?.(name),
      onFailed: (name, error, waitMs) => options.onStartedAgain?.(name, { error, waitMs }),
    });
  }

  async bringUp(): Promise<void> {
    const { settings, processes } = this;
    this.options.abort?.addEventListener('abort', () => void processes.stopAll(), { once: true });
    await this.step('ports', () => demandFreePorts(settings));
    const postgres = await this.step('PostgreSQL', () => this.startPostgres());
    await this.step('databases, an owner and an app role each', () => postgres.makeDatabases(DATABASES));
    const keys = await this.step('keys of gateway and services', () => openKeys(settings.dataDir, SERVICES.map((service) => service.name)));
    await this.step('business date', () => Promise.resolve(openBusinessDate(settings)), (date) => date);
    const shared: Shared = { settings, route: this.options.route, keys, databaseUrl: (database, role) => postgres.url(database, role) };
    await this.step('tables (migrations)', () => migrateChanged(processes, postgres, shared), (count) => (count === 0 ? 'unchanged' : `${count} services`));
    await this.step('services and development issuer', () => this.startServices(shared));
    await this.fillWhenNew(postgres, shared);
    await this.step('gateway', () => processes.start(this.withMore(gateway(shared, this.url))));
    this.runFile.running();
  }

  private async fillWhenNew(postgres: Postgres, shared: Shared): Promise<void> {
    const empty = servicesWithoutData(postgres);
    if (empty.length === 0) return;
    await this.step('synthetic population, as the files of each body', () => writeDeliveries(this.processes, shared));
    await this.step('import by each service', () => importDeliveries(this.processes, postgres, shared, empty), (count) => `${count} files`);
    await this.step('announcements between services', () => untilDelivered(postgres, this.options.abort), (outcome) => outcome);
  }

  private async startPostgres(): Promise<Postgres> {
    const { settings } = this;
    this.postgres = await Postgres.start({ dataDir: settings.dataDir, port: postgresPort(settings), fast: settings.fastDatabase });
    this.watchDatabase(this.postgres);
    return this.postgres;
  }

  private watchDatabase(postgres: Postgres): void {
    postgres.onEnd(() => this.endedUnasked(DATABASE, null, postgres.home.logFile));
  }

  private endedUnasked(name: string, code: number | null, log: string): void {
    const wait = this.keepAlive.ended(name);
    if (wait !== null) this.options.onUnexpectedEnd?.(name, code, log, wait);
  }

  /** Leaves nothing running when it does not get ready. */
  private async bringBack(name: string): Promise<void> {
    if (name !== DATABASE) {
      return this.processes.startAgain(name).catch(async (error: unknown) => {
        await this.processes.stop(name);
        throw error;
      });
    }
    const postgres = this.startedPostgres();
    await postgres.startAgain();
    this.watchDatabase(postgres);
  }

  private async startServices(shared: Shared): Promise<void> {
    const issuer = { name: 'issuer', script: 'local/issuer/main.js', args: [], environment: issuerEnvironment(this.settings), readyUrl: `${this.issuerUrl}/readyz` };
    await Promise.all([issuer, ...SERVICES.map((service) => serving(shared, service))].map((program) => this.processes.start(this.withMore(program))));
  }

  private withMore(program: Program): Program {
    return { ...program, readyMs: this.options.readyMs, environment: { ...program.environment, ...this.options.more?.(program.name) } };
  }

  private async step<T>(title: string, work: () => Promise<T>, outcome: (result: T) => string | null = () => null): Promise<T> {
    this.options.abort?.throwIfAborted();
    const { progress = silent } = this.options;
    progress.begin(title);
    const began = performance.now();
    const result = await work().catch((error: unknown) => {
      progress.failed();
      throw error;
    });
    progress.end(outcome(result), performance.now() - began);
    return result;
  }

  /** A bearer token for a demo user. */
  token(user: string): Promise<string> {
    return requestToken(this.issuerUrl, user);
  }

  /** Answers the date it was. */
  moveBusinessDate(date: string): string {
    return moveBusinessDate(this.settings, date);
  }

  /** Base URL of a service's own doors. */
  serviceUrl(name: string): string {
    return baseUrl(this.settings, serviceNamed(name).portOffset);
  }

  databaseUrl(service: string, role: DatabaseRole): string {
    return this.startedPostgres().url(serviceNamed(service).database, role);
  }

  /** Connection text of PostgreSQL's superuser, for tests. */
  adminUrl(service?: string): string {
    return this.startedPostgres().adminUrl(service && serviceNamed(service).database);
  }

  private startedPostgres(): Postgres {
    if (!this.postgres) throw new Error('PostgreSQL is not started yet');
    return this.postgres;
  }

  logFile(name: string): string {
    return this.processes.logFile(name);
  }

  /** A service (or `gateway`, `issuer`) goes down: asked to stop, or at once with SIGKILL. */
  stopService(name: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.keepAlive.letGo(name);
    return this.processes.stop(name, signal);
  }

  startService(name: string): Promise<void> {
    this.keepAlive.letGo(name);
    return this.processes.startAgain(name);
  }

  async restartService(name: string): Promise<void> {
    await this.stopService(name);
    await this.startService(name);
  }

  /** The process stays and its port answers nothing any more, until `wakeService`. */
  freezeService(name: string): void {
    this.processes.signal(name, 'SIGSTOP');
  }

  wakeService(name: string): void {
    this.processes.signal(name, 'SIGCONT');
  }

  /** Stops everything, in the reverse order; a second call waits for the first. */
  stop(): Promise<void> {
    this.stopping ??= this.bringDown();
    return this.stopping;
  }

  /** Stops everything and removes the data: for a stack that a test made for itself. */
  async destroy(): Promise<void> {
    await this.stop();
    for (const dir of [this.postgres?.home.dir, this.settings.dataDir]) if (dir) rmSync(dir, { recursive: true, force: true });
  }

  private async bringDown(): Promise<void> {
    this.keepAlive.close();
    await this.processes.stop('gateway');
    await this.processes.stopAll();
    await this.postgres?.stop();
    this.runFile.release();
  }
}

function serving(shared: Shared, service: Service): Program {
  const readyUrl = `${baseUrl(shared.settings, service.portOffset)}/readyz`;
  return { name: service.name, script: `services/${service.name}/src/main.js`, args: ['serve'], environment: serveEnvironment(shared, service), readyUrl };
}

/** Answers of some fifty requests are in hand at once; with less room for what is new they are all moved again and again (docs/operations.md). */
const GATEWAY_NODE = ['--max-semi-space-size=64'];

function gateway(shared: Shared, url: string): Program {
  return { name: 'gateway', node: GATEWAY_NODE, script: 'gateway/src/main.js', args: [], environment: gatewayEnvironment(shared), readyUrl: `${url}/readyz` };
}
