/**
 * The log of processings (Logboek dataverwerkingen) and the audit of accesses of one body. The role that serves adds to them and changes nothing
 * that is there; what waits to be linked or exported is a row beside them, which goes when that was done.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowOnly } from '../audit/audit-tables.js';

/**
 * The one way in which anything leaves the logs: by age, never within a year, a limited number at a time. It runs with the rights of the owner, so
 * that the role that serves can ask for it and delete nothing by itself. A sealed batch goes as a whole and leaves its seal.
 */
const FORGET = `
  create function forget_logs(days integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
  declare lines integer; entries integer;
  begin
    if days < 365 then raise exception 'the logs are kept for a year at least'; end if;
    delete from processing_log where id in (
      select l.id from processing_log l where l.end_ms < (extract(epoch from now()) - days * 86400.0) * 1000
        and not exists (select 1 from processing_unsent u where u.entry = l.id) order by l.id limit 5000);
    get diagnostics lines = row_count;
    with old as (
      select k.batch from access_linked k join access_log l on l.id = k.entry
      group by k.batch having max(l.at) < now() - days * interval '1 day' limit 50),
    marked as (insert into access_forgotten (batch) select batch from old),
    placed as (delete from access_linked k using old o where k.batch = o.batch returning k.entry)
    delete from access_log l using placed p where l.id = p.entry;
    get diagnostics entries = row_count;
    return lines + entries;
  end $$`;

export class ShellTables4 implements MigrationInterface {
  readonly name = 'ShellTables1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table processing_log (
        id bigint generated always as identity primary key, request text not null, service text not null,
        trace_id text not null check (trace_id ~ '^[0-9a-f]{32}$'), span_id text not null check (span_id ~ '^[0-9a-f]{16}$'),
        parent_span_id text check (parent_span_id ~ '^[0-9a-f]{16}$'), status text not null check (status in ('Unset', 'Ok', 'Error')),
        name text not null, start_ms bigint not null, end_ms bigint not null, processing_activity_id text not null,
        data_subject_id text not null, data_subject_id_type text not null, foreign_processor text,
        unique (request, data_subject_id, processing_activity_id, service))`);
    await runner.query(`
      create table access_log (
        id bigint generated always as identity primary key, at timestamptz not null, request text not null, service text not null,
        actor text not null, body text not null, roles text[] not null, action text not null, object text not null,
        result text not null check (result in ('SHOWN', 'REFUSED')), origin text not null, activity text not null,
        unique (request, object, activity, result, service))`);
    await runner.query('create index access_log_object on access_log (object, at desc, id desc)');
    await runner.query('create table access_unlinked (entry bigint primary key)');
    await runner.query('create table access_linked (entry bigint primary key, batch text not null)');
    await runner.query('create index access_linked_batch on access_linked (batch)');
    await runner.query('create table processing_unsent (entry bigint primary key)');
    await runner.query('create table access_forgotten (batch text primary key, forgotten_at timestamptz not null default now())');
    await runner.query(FORGET);
    await allowOnly(runner, 'access_forgotten', 'select');
    await allowOnly(runner, 'processing_log', 'select, insert');
    await allowOnly(runner, 'access_log', 'select, insert');
    await allowOnly(runner, 'access_linked', 'select, insert');
    await allowOnly(runner, 'access_unlinked', 'select, insert, update, delete');
    await allowOnly(runner, 'processing_unsent', 'select, insert, update, delete');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function forget_logs');
    await runner.query('drop table access_forgotten, processing_unsent, access_linked, access_unlinked, access_log, processing_log');
  }
}
