// Statistics cells and labour positions as GROUP BY in the company's own database. A company hands in a SELECT that names its
// columns in the federation's words; the counting itself is written once. Regeling statistiek Wsw; Wsw art. 1 lid 1.
import { underDoor } from '#shell/row-security/under-door.js';
import type { Cell, LabourPosition, SwDimension } from '../model.js';
import type { CellQuestion, Tx } from '../port.js';

/**
 * The company's own SELECT of its workers' employments, one row per period in force, with the columns
 * person text, municipality text, work_form text, category text, hours numeric, birth_date date, from_date date, until_date date (null: open).
 */
export type WorkerPeriods = string;

/** Ages at the reference date in the bands of the Statistiek Wsw tables; a missing birth date is a band of its own. */
const AGE_BAND = `case
  when w.birth_date is null then 'UNKNOWN'
  when age(d.day, w.birth_date) < interval '27 years' then '<27'
  when age(d.day, w.birth_date) < interval '45 years' then '27-44'
  when age(d.day, w.birth_date) < interval '55 years' then '45-54'
  else '55+' end`;

const EXPRESSION: Record<Exclude<SwDimension, 'COMPANY'>, string> = {
  MUNICIPALITY: 'w.municipality',
  PERIOD: 'd.period',
  WORK_FORM: 'w.work_form',
  CATEGORY: 'w.category',
  AGE_BAND,
};

/** Counts persons (not rows) per cell; keys in the order of `question.by`. COMPANY is the given code. */
export async function countCells(tx: Tx, source: WorkerPeriods, company: string, question: CellQuestion): Promise<Cell[]> {
  const keys = question.by.map((dimension) => (dimension === 'COMPANY' ? '$5::text' : EXPRESSION[dimension]));
  return underDoor(tx, 'figures', () => tx.query<{ key: string[]; count: number }[]>(
    `select array[${keys.join(', ')}]::text[] as key, count(distinct w.person)::integer as count
     from unnest($1::text[], $2::date[]) as d (period, day)
     join (${source}) w on w.from_date <= d.day and (w.until_date is null or w.until_date >= d.day)
     where ($3::text is null or w.municipality = $3) and ($4::text is null or w.work_form = $4) and $5::text is not null
     group by 1 order by 1`,
    [question.dates.map((date) => date.period), question.dates.map((date) => date.on), question.municipality, question.workForm, company],
  ));
}

/** Sums hours per month end, municipality, category and work form. */
export async function sumPositions(tx: Tx, source: WorkerPeriods, monthEnds: readonly string[]): Promise<LabourPosition[]> {
  const rows = await underDoor(tx, 'figures', () => tx.query<{ month_end: string; municipality: string; category: LabourPosition['category']; work_form: LabourPosition['workForm']; hours: string }[]>(
    `select d.day::text as month_end, w.municipality, w.category, w.work_form, sum(w.hours)::text as hours
     from unnest($1::date[]) as d (day)
     join (${source}) w on w.from_date <= d.day and (w.until_date is null or w.until_date >= d.day)
     where w.hours is not null
     group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [monthEnds],
  ));
  return rows.map((row) => ({ monthEnd: row.month_end, municipality: row.municipality, category: row.category, workForm: row.work_form, hoursPerWeek: row.hours }));
}
