// The contract's own tables, the same at every company: who may read which employment, which places stay released,
// what was signed here. They stand beside the company's own tables and know nothing of them.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContractTables1 implements MigrationInterface {
  readonly name = 'ContractTables1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table employment_share (
        agreement uuid not null, employment text not null, body text not null,
        shared_at timestamptz not null default now(),
        primary key (agreement, employment, body))`);
    await runner.query('create index employment_share_body on employment_share (body)');
    await runner.query(`
      create table hold_tombstone (
        workplace text not null, agreement uuid not null, epoch integer not null, terms_version integer,
        released_at timestamptz not null default now(),
        primary key (workplace, agreement))`);
    await runner.query(`
      create table acceptance (
        agreement uuid not null, terms_version integer not null, terms_hash text not null,
        terms jsonb not null, parties jsonb not null, signed_by text not null,
        signature text not null, signed_at timestamptz not null,
        primary key (agreement, terms_version))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table acceptance, hold_tombstone, employment_share');
  }
}
