/**
 * Orders of a hirer for several workers, their terms by version, and which agreements belong to them. No row holds a person; a link tells of
 * one, so it is seen by who sees the agreement. Domain brief 8.4 row 21; decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answered } from '#shell/row-security/answers.js';
import { BODY, protect, READING, readsAs, unprotect } from '#shell/row-security/protect.js';

const OFFICIAL = readsAs('CASE_WORKER', 'PLACEMENT_OFFICER');

export class GroupOrderTables1 implements MigrationInterface {
  readonly name = 'GroupOrderTables11731000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table group_order (
        id uuid primary key, version integer not null, company text not null, hirer text not null, seq bigint generated always as identity unique)`);
    await runner.query('create index group_order_company on group_order (company, seq)');
    await runner.query(`
      create table group_order_terms (
        group_order uuid not null references group_order (id), version integer not null, terms jsonb not null, recorded_at timestamptz not null,
        business_date date not null, actor_subject text not null, actor_body text not null, primary key (group_order, version))`);
    await runner.query(`
      create table group_order_agreement (
        agreement uuid primary key references agreement (id), group_order uuid not null references group_order (id), version integer not null,
        linked_on date not null, linked_by text not null, unique (group_order, version))`);
    await runner.query(answered('schakel_sees_group_order(asked uuid)', 'exists (select 1 from group_order o where o.id = asked)'));
    await protect(runner, 'group_order_agreement', { read: `${OFFICIAL} and schakel_is_party(group_order_agreement.agreement)` });
    await protect(runner, 'group_order', {
      read: `${OFFICIAL} and (group_order.company = ${BODY} or exists (select 1 from group_order_agreement l where l.group_order = group_order.id))`,
    });
    await protect(runner, 'group_order_terms', { read: `${READING} and schakel_sees_group_order(group_order_terms.group_order)` });
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, 'group_order_terms', 'group_order', 'group_order_agreement');
    await runner.query('drop function schakel_sees_group_order');
    await runner.query('drop table group_order_agreement, group_order_terms, group_order');
  }
}
