/**
 * Builds employments from the records of one half-year. Guarantees that a later half-year is never undone by an earlier one,
 * that a continuing employment keeps its id, and that an id once given stays: the personnel number of the roster where one is
 * known when the employment is first seen, else a number derived from pseudonym and first day.
 */
import type { EntityManager } from 'typeorm';
import { sha256Hex } from '#kernel/canonical.js';
import { assignIds, employmentOf, type EmploymentFacts, type KnownEmployment } from '../domain/employment.js';
import type { StatisticsRecord } from '../domain/statistics-record.js';
import type { Delivery } from './deliveries.store.js';

export interface BuiltEmployment {
  readonly person: string;
  readonly employment: string;
  readonly from: string;
  readonly until: string | null;
}

interface Known extends KnownEmployment {
  readonly last_period: number;
}

/** The employments that these records describe, whether they changed or not. */
export async function buildEmployments(em: EntityManager, halfYear: number, delivery: Delivery, records: readonly StatisticsRecord[]): Promise<BuiltEmployment[]> {
  const persons = [...new Set(records.map((record) => record.person))];
  const known = await knownEmployments(em, persons);
  const numbers = await personnelNumbers(em, persons);
  const describedLater = new Set(known.filter((one) => one.last_period > halfYear).map((one) => one.person));
  const stays = records.map(employmentOf).filter((one) => one !== null).filter((one) => !describedLater.has(one.person));
  const employments = assignIds(stays, known, (stay, taken) => freshId(stay, numbers.get(stay.person), taken));
  await write(em, halfYear, delivery, employments);
  return [...employments].map(([employment, { person, from, until }]) => ({ person, employment, from, until }));
}

export async function countEmployments(em: EntityManager): Promise<number> {
  const [all] = await em.query<{ count: number }[]>('SELECT count(*)::integer AS count FROM employment');
  return all?.count ?? 0;
}

function freshId(stay: EmploymentFacts, number: string | undefined, taken: ReadonlySet<string>): string {
  if (number !== undefined && !taken.has(number)) return number;
  return `s-${sha256Hex(`${stay.person} ${stay.from}`).slice(0, 16)}`;
}

function knownEmployments(em: EntityManager, persons: readonly string[]): Promise<Known[]> {
  return em.query<Known[]>(
    `SELECT id, person, from_date::text AS "from", until_date::text AS until, last_period FROM employment WHERE person = ANY($1) ORDER BY from_date`,
    [persons],
  );
}

async function personnelNumbers(em: EntityManager, persons: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await em.query<{ persoon: string; personeelsnummer: string }[]>(
    'SELECT DISTINCT ON (persoon) persoon, personeelsnummer FROM rooster WHERE persoon = ANY($1) ORDER BY persoon, stand DESC, van DESC',
    [persons],
  );
  return new Map(rows.map((row) => [row.persoon, row.personeelsnummer]));
}

async function write(em: EntityManager, halfYear: number, delivery: Delivery, employments: ReadonlyMap<string, EmploymentFacts>): Promise<void> {
  const rows = [...employments].map(([id, one]) => ({
    id, person: one.person, work_form: one.workForm, hours_per_week: one.hoursPerWeek, from_date: one.from, until_date: one.until,
    paying_municipality: one.payingMunicipality, category: one.category, birth_date: one.birthDate,
  }));
  await em.query(
    `INSERT INTO employment (id, person, work_form, hours_per_week, from_date, until_date, paying_municipality, category, birth_date, last_period, last_delivery)
     SELECT id, person, work_form, hours_per_week, from_date, until_date, paying_municipality, category, birth_date, $2, $3
     FROM jsonb_to_recordset($1::jsonb) AS g (id text, person text, work_form text, hours_per_week numeric, from_date date, until_date date,
                                             paying_municipality text, category text, birth_date date)
     ON CONFLICT (id) DO UPDATE SET work_form = excluded.work_form, hours_per_week = excluded.hours_per_week, from_date = excluded.from_date,
       until_date = excluded.until_date, paying_municipality = excluded.paying_municipality, category = excluded.category,
       birth_date = excluded.birth_date, last_period = excluded.last_period, last_delivery = excluded.last_delivery`,
    [JSON.stringify(rows), halfYear, delivery.id],
  );
}
