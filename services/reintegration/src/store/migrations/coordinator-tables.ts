/** Which process coordinates, and which agreements do not come on: ids and codes only. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CoordinatorTables1 implements MigrationInterface {
  readonly name = 'CoordinatorTables1700000002003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coordinator_lease (
        id integer primary key check (id = 1), holder uuid, epoch integer not null, until timestamptz not null)`);
    await runner.query('insert into coordinator_lease (id, holder, epoch, until) values (1, null, 0, now())');
    await runner.query(`
      create table coordinator_attempt (
        agreement uuid primary key references agreement (id), step text not null, began_at timestamptz not null default now(),
        attempts integer not null, last_code text not null, next_at timestamptz not null, alarmed_at timestamptz)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table coordinator_attempt, coordinator_lease');
  }
}
