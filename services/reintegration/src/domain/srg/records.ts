/** One provision of one month as a record of the Statistiek Re-integratie door Gemeenten: what is known on the last day of the month, and what is not, in words. */
import { Temporal } from 'temporal-polyfill';
import type { ValueRecord } from '#law/value-tables/value-table.js';
import type { Trajectory } from '../directory-ports.js';
import { provisionType, reasonOfEnd } from './provision-types.js';

export interface SrgMonth {
  /** Four and two digits. */
  readonly year: string;
  readonly month: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly municipality: string;
}

/** The number and the birth date come from the register of residents. */
export interface SrgPerson {
  readonly bsn: string;
  readonly birthDate: string;
}

export function srgMonth(yearMonth: string, municipality: string): SrgMonth {
  const [year, month] = [yearMonth.slice(0, 4), yearMonth.slice(4)];
  const of = Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) });
  return { year, month, firstDay: of.toPlainDate({ day: 1 }).toString(), lastDay: of.toPlainDate({ day: of.daysInMonth }).toString(), municipality };
}

export function srgRecord({ number, instrument, from, until, outcome }: Trajectory, { bsn, birthDate }: SrgPerson, { year, month, lastDay, municipality }: SrgMonth): ValueRecord {
  const ended = until !== null && until <= lastDay;
  return {
    statistiekjaar: year,
    statistiekmaand: month,
    statistiekcode: '10',
    gemeentecode: municipality,
    berichtgever: municipality,
    bsn,
    geboortedatum: compact(birthDate),
    registratienummer: number,
    type_voorziening: provisionType(instrument) ?? '',
    begin_voorziening: compact(from),
    einde_voorziening: ended ? compact(until) : '',
    reden_einde: ended ? (reasonOfEnd(outcome) ?? '') : '',
  };
}

/** What the record cannot say of a provision, by the rule that misses it. */
export function unknownOf({ instrument, until, outcome }: Trajectory, { lastDay }: SrgMonth): { readonly rule: string; readonly field: string; readonly text: string }[] {
  const typeless = provisionType(instrument) === null ? [{ rule: 'type-unknown', field: 'type_voorziening', text: 'Voor dit instrument is niet afgesproken welk type het is.' }] : [];
  const reasonless = until !== null && until <= lastDay && reasonOfEnd(outcome) === null ? [{ rule: 'reason-unknown', field: 'reden_einde', text: 'Bij deze uitkomst hoort geen reden van einde.' }] : [];
  return [...typeless, ...reasonless];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}
