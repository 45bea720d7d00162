/** The tables that every service has beside its own: what came in, what must go out, what was imported. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShellTables1 implements MigrationInterface {
  readonly name = 'ShellTables1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox (
        actor text not null, command_id text not null, request_hash text not null,
        outcome jsonb, received_at timestamptz not null default now(),
        primary key (actor, command_id))`);
    await runner.query(`
      create table outbox (
        id uuid primary key default gen_random_uuid(), seq bigint generated always as identity,
        recipient text not null, verb text not null, payload jsonb not null, business_date date not null,
        created_at timestamptz not null default now(), delivered_at timestamptz, parked_at timestamptz,
        attempts integer not null default 0, retry_at timestamptz not null default now())`);
    await runner.query('create index outbox_waiting on outbox (recipient, seq) where delivered_at is null and parked_at is null');
    await runner.query(`
      create table import_run (
        id bigint generated always as identity primary key, kind text not null, file text not null, sha256 text not null,
        delivered integer not null, accepted integer not null, refused integer not null, duplicates integer not null,
        inserted integer not null, updated integer not null, unchanged integer not null,
        imported_at timestamptz not null default now(), unique (kind, file, sha256))`);
    await runner.query(`
      create table import_quarantine (
        id bigint generated always as identity primary key, run bigint not null references import_run (id),
        file text not null, line integer not null, field text not null, value_class text not null, reason text not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_quarantine, import_run, outbox, inbox');
  }
}

/** A file that comes back after another content had its name is imported again, so one content may have several runs. */
export class ShellTables2 implements MigrationInterface {
  readonly name = 'ShellTables1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_run drop constraint import_run_kind_file_sha256_key');
    await runner.query('create index import_run_last on import_run (kind, file, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index import_run_last');
    await runner.query('alter table import_run add unique (kind, file, sha256)');
  }
}
