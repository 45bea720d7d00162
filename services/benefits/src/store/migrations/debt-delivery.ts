/**
 * What the delivery of debt help to the CBS asks beyond the trajectory (DDAS), and who reads it: a case worker for that delivery and nothing
 * else, by the municipality that is responsible, wherever the client lives now. For that purpose the rest of the register is closed to him.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answeredWithRowsOpen } from '#shell/row-security/answers.js';
import { MY_MUNICIPALITIES, protect, readsAs, unprotect } from '#shell/row-security/protect.js';
import { FOR_DEBTS, livesHere, ofPerson, PERSON_SCOPE, scoped } from './benefits-row-security.js';

const TABLES = `
  create table debt_detail (
    trajectory_number text primary key references debt_trajectory (trajectory_number), partner_client_number text, partner_person_id text,
    decided_on date, decision text, plan_on date, settlement_filed_on date, settlement_granted_on date, settlement_refused_on date, settlement_withdrawn_on date,
    forced_settlement boolean, forced_settlement_asked_on date, solution text, free_amount numeric(10, 2), outflow_on date, outflow_reason text, total_debt numeric(12, 2),
    foreign key (partner_client_number, partner_person_id) references client (client_number, person_id) on update cascade);
  create index debt_detail_of_partner on debt_detail (partner_person_id) where partner_person_id is not null;
  create table debt_period (
    trajectory_number text not null references debt_trajectory (trajectory_number), kind text not null, from_on date not null, until_on date, asked_on date, approved_on date,
    primary key (trajectory_number, kind, from_on));
  create table debt (
    trajectory_number text not null references debt_trajectory (trajectory_number), debt_number text not null, amount numeric(12, 2) not null, assessed_on date,
    kind text not null, business boolean not null, private_creditor boolean not null, creditor_name text, creditor_kvk text,
    primary key (trajectory_number, debt_number));
  create index debt_trajectory_by_municipality on debt_trajectory (municipality, trajectory_number);`;

const DELIVERS = `((select schakel_setting('purpose') = 'levering-ddas') and ${readsAs('CASE_WORKER')})`;
const IS_MINE = `municipality = any(${MY_MUNICIPALITIES})`;

/** For the delivery nobody is looked up as a resident, only as somebody of a trajectory. */
const NARROWED_SCOPE = `
  create or replace function schakel_person_scope() returns text language sql stable parallel safe as $$
    select case when schakel_setting('purpose') = 'levering-ddas' then 'nothing'
      when schakel_reads_as('CASE_WORKER') then 'residents' when schakel_reads_as('WORKER') then 'own' else 'nothing' end $$`;
const OWES_HERE = answeredWithRowsOpen(
  'schakel_owes_here(asked text)',
  `exists (select 1 from debt_trajectory d where d.person_id = asked and d.${IS_MINE})
    or exists (select 1 from debt_detail e join debt_trajectory d using (trajectory_number) where e.partner_person_id = asked and d.${IS_MINE})`,
);
const PERSON = scoped('person.id', livesHere('person.id'));
const TRAJECTORY = `${FOR_DEBTS} and ${ofPerson('debt_trajectory.person_id')}`;
const partOfDelivery = (table: string): string =>
  `${DELIVERS} and exists (select 1 from debt_trajectory d where d.trajectory_number = ${table}.trajectory_number and d.${IS_MINE})`;

const PARTS = ['debt_detail', 'debt_period', 'debt'] as const;

export class DebtDelivery1 implements MigrationInterface {
  readonly name = 'DebtDelivery1731000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(NARROWED_SCOPE);
    await runner.query(OWES_HERE);
    await runner.query(`alter policy read_door on person using (${PERSON} or (${DELIVERS} and schakel_owes_here(person.id)))`);
    await runner.query(`alter policy read_door on debt_trajectory using ((${TRAJECTORY}) or (${DELIVERS} and debt_trajectory.${IS_MINE}))`);
    for (const table of PARTS) await protect(runner, table, { read: partOfDelivery(table) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...PARTS);
    await runner.query(`alter policy read_door on debt_trajectory using (${TRAJECTORY})`);
    await runner.query(`alter policy read_door on person using (${PERSON})`);
    await runner.query('drop function schakel_owes_here');
    await runner.query(PERSON_SCOPE.replace('create function', 'create or replace function'));
    await runner.query('drop index debt_trajectory_by_municipality');
    await runner.query('drop table debt, debt_period, debt_detail');
  }
}
