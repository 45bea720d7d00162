/** Keeps the derived columns of applications (weeks of the ordinance, when due, suspended since when) as law/terms/decision-term computes them. */
import type { EntityManager } from 'typeorm';
import { cappedWeeks } from '#law/terms/debt-help.js';
import { termBase } from '#law/terms/decision-term.js';
import { type ApplicationDates, termFactsOf } from '../domain/application-term.js';
import { DEBT_TERM_PARAMETER, weeksOf } from '../domain/debt-terms.js';
import { groupBy } from '../domain/group-by.js';

type DatesRow = Omit<ApplicationDates, 'termWeeks'> & { readonly number: string; readonly ordinance: string | null };

interface SuspensionDates {
  readonly application: string;
  readonly from: string;
  readonly until: string | null;
}

const day = (column: string, name: string): string => `to_char(${column}, 'YYYY-MM-DD') as "${name}"`;
const DATES = `
  select application_number as number, ${day('received_on', 'receivedOn')}, ${day('decided_on', 'decidedOn')},
    ${day('new_term_told_on', 'newTermToldOn')}, ${day('new_term_until', 'newTermUntil')},
    (select value from policy_value p where application.kind = 'DEBT_HELP' and p.municipality = application.municipality and p.parameter = $2 and p.unit = 'weeks'
       and p.from_on <= application.received_on and (p.until_on is null or p.until_on >= application.received_on) order by p.from_on desc limit 1) as ordinance
  from application where application_number = any($1)`;
const SUSPENSIONS = `
  select application_number as application, ${day('from_on', 'from')}, ${day('until_on', 'until')} from suspension where application_number = any($1)`;
const WRITE = `
  update application set term_weeks = term."termWeeks", base_due_on = term."baseDueOn", suspended_since = term."suspendedSince", due_rolls = term.rolls
  from jsonb_to_recordset($1::jsonb) as term(number text, "termWeeks" int, "baseDueOn" date, "suspendedSince" date, rolls boolean)
  where application_number = term.number
    and (term_weeks, base_due_on, suspended_since, due_rolls) is distinct from (term."termWeeks", term."baseDueOn", term."suspendedSince", term.rolls)`;

export async function refreshTermColumns(manager: EntityManager, applications: readonly string[]): Promise<void> {
  const dates = await manager.query<DatesRow[]>(DATES, [applications, DEBT_TERM_PARAMETER]);
  const suspensions = groupBy(await manager.query<SuspensionDates[]>(SUSPENSIONS, [applications]), (one) => one.application);
  const rows = dates.map(({ number, ordinance, ...one }) => {
    const termWeeks = ordinanceWeeks(one.receivedOn, ordinance);
    return { number, termWeeks, ...termBase(termFactsOf({ ...one, termWeeks }, suspensions.get(number) ?? [])) };
  });
  await manager.query(WRITE, [JSON.stringify(rows)]);
}

/** After an ordinance changed: every application whose term it sets. */
export async function refreshOrdinanceTerms(manager: EntityManager, municipalities: readonly string[]): Promise<void> {
  const rows = await manager.query<{ number: string }[]>(
    `select application_number as number from application where kind = 'DEBT_HELP' and municipality = any($1)`, [municipalities]);
  if (rows.length > 0) await refreshTermColumns(manager, rows.map(({ number }) => number));
}

function ordinanceWeeks(appliedOn: string, value: string | null): number | null {
  const weeks = weeksOf(value);
  return weeks === null ? null : cappedWeeks(appliedOn, weeks);
}
