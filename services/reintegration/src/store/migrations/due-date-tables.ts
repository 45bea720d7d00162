/** The dates that agreements wait for, as rows; those of agreements that exist are computed here once, by the rules of the day this was written. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'REMIND_HALF', 'REMIND_MOST', 'EXPIRE', 'INFORM_BY', 'START_MISSED', 'ACTIVATE', 'NOTICE_TASK', 'REVIEW', 'END'`;

/** Exported for the test that compares it with domain/due-dates.ts. */
export const FILL_DUE_DATES = `
  with known as (
    select a.*, t.terms, (t.proposed_at at time zone 'Europe/Amsterdam')::date as proposed_on
    from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version)
  insert into due_date (agreement, kind, due_on)
  select id, 'EXPIRE', expires_on + 1 from known where state in ('PROPOSED', 'RESERVING')
  union all select id, share.kind, proposed_on + round((expires_on - proposed_on) * share.percent / 100.0)::int
    from known, (values ('REMIND_HALF', 50), ('REMIND_MOST', 80)) share (kind, percent) where state = 'PROPOSED' and expires_on > proposed_on
  union all select id, 'INFORM_BY', from_date - 14 from known where state = 'AGREED'
  union all select id, 'START_MISSED', from_date + 1 from known where state in ('AGREED', 'WORKER_INFORMED')
  union all select id, 'ACTIVATE', from_date from known where state = 'SIGNED'
  union all select id, 'REVIEW', day::date from known, jsonb_array_elements_text(terms->'reviewDates') day where state in ('ACTIVE', 'SUSPENDED')
  union all select id, 'NOTICE_TASK', (until_date - interval '1 month')::date - 28 from known where state in ('ACTIVE', 'SUSPENDED') and until_date is not null
  union all select id, 'END', until_date + 1 from known where state in ('ACTIVE', 'SUSPENDED') and until_date is not null
  union all select id, 'END', ends_on + 1 from known where state = 'ENDING' and ends_on is not null`;

export class AgreementTables3 implements MigrationInterface {
  readonly name = 'AgreementTables1700000002002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table agreement add column reminders jsonb not null default '[]'`);
    await runner.query(`
      create table due_date (
        agreement uuid not null references agreement (id), kind text not null check (kind in (${KINDS})), due_on date not null, done_on date,
        primary key (agreement, kind, due_on))`);
    await runner.query('create index due_date_open on due_date (due_on) where done_on is null');
    await runner.query(FILL_DUE_DATES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table due_date');
    await runner.query('alter table agreement drop column reminders');
  }
}
