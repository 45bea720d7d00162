import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '#kernel/testing/free-port.js';
import { Postgres } from './postgres.js';

const DATABASES = ['first_body', 'second_body'];
let dataDir: string;
let postgres: Postgres;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakel-postgres-test-'));
  postgres = await start();
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

async function start(): Promise<Postgres> {
  const started = await Postgres.start({ dataDir, port: postgres?.port ?? (await freePort()), fast: true });
  await started.makeDatabases(DATABASES);
  return started;
}

async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL of the one-machine stack', () => {
  it('lets the app role work with the rows of tables that the owner made, and own nothing', async () => {
    await ask(postgres.url('first_body', 'owner'), 'create table note (id serial primary key, text text)');
    const app = postgres.url('first_body', 'app');
    expect(await ask(app, "insert into note (text) values ('kept') returning text")).toEqual([{ text: 'kept' }]);
    await expect(ask(app, 'create table own (id int)')).rejects.toThrow(/permission denied for schema public/);
    await expect(ask(app, 'drop table note')).rejects.toThrow(/must be owner of table note/);
  });

  it('refuses a role of one body at the database of another', async () => {
    for (const role of ['app', 'owner'] as const) {
      const elsewhere = postgres.url('first_body', role).replace(/\/first_body$/, '/second_body');
      await expect(ask(elsewhere, 'select 1')).rejects.toThrow(/permission denied for database "second_body"/);
    }
    await expect(ask(postgres.url('first_body', 'app').replace(/\/first_body$/, '/postgres'), 'select 1')).rejects.toThrow(/permission denied/);
  });

  it('refuses a wrong password', async () => {
    const wrong = postgres.url('first_body', 'app').replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('keeps the passwords readable for their owner only', () => {
    expect(statSync(join(postgres.home.dir, 'passwords.json')).mode & 0o777).toBe(0o600);
  });

  it('never writes a value into its log', async () => {
    const app = postgres.url('first_body', 'app');
    await expect(ask(app, "insert into note (id, text) values (900000001, 'a')", "insert into note (id, text) values (900000001, 'b')")).rejects.toThrow(/duplicate key/);
    const log = readFileSync(postgres.home.logFile, 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('900000001');
  });

  it('joins the server of a runner that is gone instead of starting a second one', async () => {
    const second = await Postgres.start({ dataDir, port: postgres.port, fast: true });
    expect(second.postmaster).toEqual({ pid: postgres.postmaster.pid, attached: true });
  });

  it('starts again after a kill, with everything that was committed', async () => {
    process.kill(postgres.postmaster.pid, 'SIGKILL');
    postgres = await start();
    expect(postgres.postmaster.attached).toBe(false);
    expect(await ask(postgres.url('first_body', 'app'), "select count(*)::int as n from note where text = 'kept'")).toEqual([{ n: 1 }]);
  }, 40_000);
});
