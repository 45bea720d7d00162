/** Table `due_date`: what each agreement waits for. Rewritten with every change of the agreement, in its transaction, so that the two never differ. */
import type { EntityManager } from 'typeorm';
import type { Agreement } from '../domain/agreement.js';
import { datesOf, isTold } from '../domain/due-dates.js';
import { REMINDER_KINDS } from '../domain/reminder.js';

/**
 * $1 agreement, $2 the dates of its state, $3 business date, $4 kinds of reminders. What the agreement waits for no more goes, except
 * a date that moved it: that is kept as done.
 */
const KEEP = `
  with dates as (select kind, due_on, told from jsonb_to_recordset($2::jsonb) as one(kind text, due_on date, told boolean)),
  past as (select kind, due_on from due_date where agreement = $1 and done_on is null and (kind, due_on) not in (select kind, due_on from dates)),
  moved as (
    update due_date d set done_on = $3::date from past p
    where d.agreement = $1 and d.kind = p.kind and d.due_on = p.due_on and p.due_on <= $3::date and p.kind <> all($4)),
  gone as (
    delete from due_date d
    where d.agreement = $1 and (d.kind, d.due_on) not in (select kind, due_on from dates)
      and (d.kind = any($4) or (d.done_on is null and d.due_on > $3::date)))
  insert into due_date (agreement, kind, due_on, done_on) select $1, kind, due_on, case when told then $3::date end from dates
  on conflict (agreement, kind, due_on) do update set done_on = excluded.done_on where (due_date.done_on is null) <> (excluded.done_on is null)`;

export async function keepDueDates(manager: EntityManager, agreement: Agreement, on: string): Promise<void> {
  const dates = datesOf(agreement).map((date) => ({ kind: date.kind, due_on: date.dueOn, told: isTold(agreement, date) }));
  await manager.query(KEEP, [agreement.id, JSON.stringify(dates), on, REMINDER_KINDS]);
}
