/** Keeps the derived columns of applications (when due, suspended since when) as domain/decision-term computes them. */
import type { EntityManager } from 'typeorm';
import { termBase } from '../domain/decision-term.js';
import { groupBy } from '../domain/group-by.js';

interface ApplicationDates {
  readonly number: string;
  readonly receivedOn: string;
  readonly decidedOn: string | null;
}

interface SuspensionDates {
  readonly application: string;
  readonly from: string;
  readonly until: string | null;
}

export async function refreshTermColumns(manager: EntityManager, applications: readonly string[]): Promise<void> {
  const dates = await manager.query<ApplicationDates[]>(
    `select application_number as number, to_char(received_on, 'YYYY-MM-DD') as "receivedOn", to_char(decided_on, 'YYYY-MM-DD') as "decidedOn"
     from application where application_number = any($1)`,
    [applications],
  );
  const suspensions = await manager.query<SuspensionDates[]>(
    `select application_number as application, to_char(from_on, 'YYYY-MM-DD') as "from", to_char(until_on, 'YYYY-MM-DD') as "until"
     from suspension where application_number = any($1)`,
    [applications],
  );
  const byApplication = groupBy(suspensions, (one) => one.application);
  const rows = dates.map((one) => ({ number: one.number, ...termBase({ ...one, suspensions: byApplication.get(one.number) ?? [] }) }));
  await manager.query(
    `update application set base_due_on = term."baseDueOn", suspended_since = term."suspendedSince"
     from jsonb_to_recordset($1::jsonb) as term(number text, "baseDueOn" date, "suspendedSince" date)
     where application_number = term.number and (base_due_on, suspended_since) is distinct from (term."baseDueOn", term."suspendedSince")`,
    [JSON.stringify(rows)],
  );
}
