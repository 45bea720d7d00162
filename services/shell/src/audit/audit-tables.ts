/** The audit chain, its head, and the heads of other systems' chains. The role that serves can add to them and not change what is there. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contentHash } from '#kernel/canonical.js';
import { appendAudit } from './append.js';

/** Of commands that were done before there was a chain: their answers are sealed from here on. */
const INHERITED = 'inherited';

interface DoneCommand {
  readonly actor: string;
  readonly command_id: string;
  readonly request_hash: string;
  readonly outcome: unknown;
}

export class ShellTables3 implements MigrationInterface {
  readonly name = 'ShellTables1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit (
        seq bigint primary key, at timestamptz not null, actor text not null, verb text not null, command_id text not null,
        request_hash text not null, outcome_hash text not null, subject text, prev text not null, hash text not null)`);
    await runner.query(`
      create table audit_head (
        only_row boolean primary key default true check (only_row), origin text not null, seq bigint not null, hash text not null)`);
    // Random, so that no two chains begin alike and none can stand in for another.
    await runner.query(`
      insert into audit_head (origin, seq, hash)
      select origin, 0, origin from (select encode(sha256(gen_random_uuid()::text::bytea), 'hex') as origin) as one`);
    await runner.query(`
      create table audit_anchor (
        body text not null, seq bigint not null, hash text not null, received_at timestamptz not null default now(),
        primary key (body, seq))`);
    await inherit(runner);
    await allowOnly(runner, 'audit', 'select, insert');
    await allowOnly(runner, 'audit_anchor', 'select, insert');
    await allowOnly(runner, 'audit_head', 'select, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_anchor, audit_head, audit');
  }
}

async function inherit(runner: QueryRunner): Promise<void> {
  const done: DoneCommand[] = await runner.query('select actor, command_id, request_hash, outcome from inbox order by received_at, actor, command_id');
  for (const { actor, command_id: commandId, request_hash: requestHash, outcome } of done) {
    await appendAudit(runner.manager, { actor, verb: INHERITED, commandId, requestHash, outcomeHash: contentHash(outcome), subject: null });
  }
}

/** Everybody to whom the owner's default privileges gave more keeps only `privileges`. */
export async function allowOnly(runner: QueryRunner, table: string, privileges: string): Promise<void> {
  await runner.query(`
    do $$ declare other name; begin
      for other in
        select distinct r.rolname from pg_class c, aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
        where c.oid = '${table}'::regclass and g.grantee <> c.relowner
      loop
        execute format('revoke all on ${table} from %I', other);
        execute format('grant ${privileges} on ${table} to %I', other);
      end loop;
    end $$`);
}
