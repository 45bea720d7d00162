/** PostgreSQL of the one-machine stack: real server programs from npm, one cluster in the data folder, one database per body. */
import type { ChildProcess } from 'node:child_process';
import { Client } from 'pg';
import { findBinaries } from './postgres/binaries.js';
import { makeCluster } from './postgres/cluster.js';
import { makeDatabases } from './postgres/databases.js';
import { dismiss, guardPostmaster } from './postgres/guard.js';
import { findHome, openHome, type PostgresHome } from './postgres/home.js';
import { Passwords, roleName, SUPERUSER, type DatabaseRole } from './postgres/passwords.js';
import { startPostmaster, stopPostmaster, type Postmaster, type PostmasterOptions } from './postgres/postmaster.js';
import { watchPostmaster } from './postgres/watch.js';

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Give up durability for speed. */
  readonly fast: boolean;
}

export class Postgres {
  private guard: ChildProcess;
  private serving: Postmaster;
  private stopped = false;
  private endWatch: () => void = () => undefined;

  private constructor(
    private readonly options: PostmasterOptions,
    private readonly passwords: Passwords,
    postmaster: Postmaster,
  ) {
    this.serving = postmaster;
    this.guard = guardPostmaster(options.home, postmaster.pid);
  }

  get home(): PostgresHome {
    return this.options.home;
  }

  get port(): number {
    return this.options.port;
  }

  get postmaster(): Postmaster {
    return this.serving;
  }

  /** Makes the cluster when there is none, then starts or joins its server. */
  static async start({ dataDir, port, fast }: PostgresOptions): Promise<Postgres> {
    const home = openHome(dataDir);
    const binaries = findBinaries(home);
    const passwords = Passwords.open(home);
    makeCluster(home, binaries, passwords.of(SUPERUSER), fast);
    const answers = (): Promise<boolean> => canLogIn(urlFor(port, SUPERUSER, passwords.of(SUPERUSER), 'postgres'));
    const options: PostmasterOptions = { home, binaries, port, fast, answers };
    return new Postgres(options, passwords, await startPostmaster(options));
  }

  /** Tells once that the server ended, unless `stop` ended it. */
  onEnd(tell: () => void): void {
    this.endWatch();
    if (!this.stopped) this.endWatch = watchPostmaster(this.serving.pid, tell);
  }

  /** Starts the server again after it ended; clients connect again by themselves. */
  async startAgain(): Promise<void> {
    dismiss(this.guard);
    this.serving = await startPostmaster(this.options);
    this.guard = guardPostmaster(this.home, this.serving.pid);
    if (this.stopped) await this.stop();
  }

  async makeDatabases(databases: readonly string[]): Promise<void> {
    const connect = async (database: string): Promise<Client> => {
      const client = new Client({ connectionString: this.adminUrl(database) });
      await client.connect();
      return client;
    };
    await makeDatabases({ connect, password: (role) => this.passwords.of(role) }, databases);
  }

  /** Connection text of a database's own role. */
  url(database: string, role: DatabaseRole): string {
    return urlFor(this.port, roleName(database, role), this.passwords.of(roleName(database, role)), database);
  }

  /** Connection text of the superuser; for this runner and tests, never for a service. */
  adminUrl(database = 'postgres'): string {
    return urlFor(this.port, SUPERUSER, this.passwords.of(SUPERUSER), database);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.endWatch();
    dismiss(this.guard);
    await stopPostmaster(this.home);
  }
}

/** Stops the server of a data folder whose runner is gone. True when there was one. */
export async function stopLeftPostgres(dataDir: string): Promise<boolean> {
  const home = findHome(dataDir);
  return home !== null && stopPostmaster(home);
}

/** Connection texts for a database that another process serves (the running stack). */
export function databaseUrl(dataDir: string, port: number, database: string, role: DatabaseRole): string {
  const home = findHome(dataDir);
  if (!home) throw new Error(`there is no database in ${dataDir} yet; run npm start first`);
  return urlFor(port, roleName(database, role), Passwords.open(home).of(roleName(database, role)), database);
}

const urlFor = (port: number, user: string, password: string, database: string): string => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
