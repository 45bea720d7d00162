// What the carrying out of agreements needs beside the first tables: whose word counts as the newest, how long a place is
// held unasked, which placements are interrupted, who follows whom at a place, and more than one signature of one version.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContractTables2 implements MigrationInterface {
  readonly name = 'ContractTables1700000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table coordinator_epoch (sender text primary key, epoch integer not null)');
    await runner.query(`
      create table hold_lease (
        workplace text not null, agreement uuid not null, terms_version integer not null, ask_at timestamptz not null,
        business_date date not null,
        primary key (workplace, agreement))`);
    await runner.query('create index hold_lease_due on hold_lease (ask_at)');
    await runner.query(`
      create table placement_suspension (
        agreement uuid not null, from_date date not null, until_date date,
        primary key (agreement, from_date))`);
    await runner.query(`
      create table succession (
        workplace text primary key, agreement uuid not null, replaces uuid not null, terms_version integer not null,
        confirmed boolean not null default false, from_date date not null, until_date date,
        hours_per_week numeric not null, function text not null)`);
    await runner.query('create index succession_agreement on succession (agreement)');
    await runner.query('alter table acceptance add number integer not null default 1, add key_thumbprint text');
    await runner.query('alter table acceptance drop constraint acceptance_pkey, add primary key (agreement, terms_version, number)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from acceptance where number > 1');
    await runner.query('alter table acceptance drop constraint acceptance_pkey, add primary key (agreement, terms_version)');
    await runner.query('alter table acceptance drop number, drop key_thumbprint');
    await runner.query('drop table succession, placement_suspension, hold_lease, coordinator_epoch');
  }
}
