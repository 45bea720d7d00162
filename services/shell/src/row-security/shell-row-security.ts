/**
 * What every database needs for its row policies, and the shell's own tables behind the system door. The functions read settings and
 * nothing else; a connection that set none is nobody. Plain SQL of one expression, so that the planner sees through them.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, unprotect } from './protect.js';

const FUNCTIONS = [
  `create function schakel_setting(name text) returns text language sql stable parallel safe as $$ select coalesce(current_setting('schakel.' || name, true), '') $$`,
  `create function schakel_door() returns text language sql stable parallel safe as $$ select schakel_setting('door') $$`,
  `create function schakel_list(name text) returns text[] language sql stable parallel safe as $$ select string_to_array(schakel_setting(name), ',') $$`,
  `create function schakel_day() returns date language sql stable parallel safe as $$ select nullif(schakel_setting('business_date'), '')::date $$`,
  `create function schakel_has_role(variadic asked text[]) returns boolean language sql stable parallel safe as $$ select schakel_list('roles') && asked $$`,
  `create function schakel_acts_as(variadic asked text[]) returns boolean language sql stable parallel safe as $$ select schakel_list('acting') && asked $$`,
  `create function schakel_reads_as(variadic asked text[]) returns boolean language sql stable parallel safe as $$ select schakel_door() = 'read' and schakel_list('acting') && asked $$`,
];

/** What came in and what goes out carries persons and terms; the chain names who acted on what. No viewer reads any of it. */
const TABLES = ['inbox', 'outbox', 'audit', 'import_quarantine'];

export class ShellTables6 implements MigrationInterface {
  readonly name = 'ShellTables1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FUNCTIONS) await runner.query(statement);
    for (const table of TABLES) await protect(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...TABLES);
    await runner.query('drop function schakel_reads_as, schakel_acts_as, schakel_has_role, schakel_day, schakel_list, schakel_door, schakel_setting');
  }
}
