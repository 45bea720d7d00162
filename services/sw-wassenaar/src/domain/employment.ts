/**
 * An employment as the Statistiek Wsw describes it: a contract with the arrangement, or supervised employment at an ordinary
 * employer. Guarantees that a change between the two is one employment (Regeling uitvoering sw en begeleid werken, annex to
 * art. 11: a change of work form is no outflow), and that a later record of the same stay continues the employment, id included.
 */
import { Temporal } from 'temporal-polyfill';
import { numberField, textField, type StatisticsRecord } from './statistics-record.js';

export type WorkFormName = 'INTERNAL' | 'SECONDMENT_INDIVIDUAL' | 'SECONDMENT_GROUP' | 'SUPERVISED_EMPLOYMENT';

export interface EmploymentFacts {
  readonly person: string;
  readonly workForm: WorkFormName;
  /** Whole hours as text; null where the record gives none. */
  readonly hoursPerWeek: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly payingMunicipality: string;
  readonly category: 'MODERATE' | 'SEVERE';
  readonly birthDate: string | null;
}

export interface KnownEmployment {
  readonly id: string;
  readonly person: string;
  readonly from: string;
  readonly until: string | null;
}

interface Form {
  readonly workForm: WorkFormName;
  readonly from: string;
  readonly until: string | null;
  readonly hours: number | null;
}

const SECONDMENT: Readonly<Record<number, WorkFormName>> = { 1: 'INTERNAL', 2: 'SECONDMENT_INDIVIDUAL', 3: 'SECONDMENT_GROUP' };
const SEVERE = 3;

/** Null for somebody who only waits or waited. */
export function employmentOf(record: StatisticsRecord): EmploymentFacts | null {
  const forms = [contract(record), supervised(record)].filter((form) => form !== null);
  const current = forms.reduce<Form | null>((best, form) => (best === null || runsLater(form, best) ? form : best), null);
  if (current === null) return null;
  return {
    person: record.person,
    workForm: current.workForm,
    hoursPerWeek: current.hours === null ? null : String(current.hours),
    from: forms.map((form) => form.from).sort()[0] ?? current.from,
    until: current.until,
    payingMunicipality: payer(record),
    category: numberField(record, 'besluit_arbeidshandicap') === SEVERE ? 'SEVERE' : 'MODERATE',
    birthDate: textField(record, 'geboortedatum'),
  };
}

/**
 * Gives each described stay the employment that it continues, or a fresh id. Periods of one person that overlap or touch are
 * one employment; what an earlier line of the same file closed does not swallow the stay that follows it.
 * @param freshId id for a stay that continues nothing; gets the ids that are in use
 */
export function assignIds(
  stays: readonly EmploymentFacts[],
  known: readonly KnownEmployment[],
  freshId: (stay: EmploymentFacts, taken: ReadonlySet<string>) => string,
): ReadonlyMap<string, EmploymentFacts> {
  const current = new Map(known.map((one) => [one.id, one]));
  const described = new Map<string, EmploymentFacts>();
  for (const stay of [...stays].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const same = [...current.values()].find((one) => one.person === stay.person && touches(one, stay));
    const id = same?.id ?? freshId(stay, new Set(current.keys()));
    const facts = { ...stay, from: described.get(id)?.from ?? stay.from };
    described.set(id, facts);
    current.set(id, { id, person: stay.person, from: facts.from, until: facts.until });
  }
  return described;
}

/** The 2008 layout names no paying municipality; there the municipality of registration pays (Wsw art. 10 sets the exceptions, which the file does not tell). */
function payer(record: StatisticsRecord): string {
  return textField(record, 'betalende_gemeente') ?? textField(record, 'gemeente_inschrijving') ?? '';
}

function contract(record: StatisticsRecord): Form | null {
  const from = textField(record, 'begin_dienstbetrekking');
  if (from === null) return null;
  const workForm = SECONDMENT[numberField(record, 'detachering') ?? 1] ?? 'INTERNAL';
  return { workForm, from, until: textField(record, 'einde_dienstbetrekking'), hours: numberField(record, 'uren_dienstbetrekking') };
}

function supervised(record: StatisticsRecord): Form | null {
  const from = textField(record, 'begin_begeleid_werken');
  if (from === null) return null;
  return { workForm: 'SUPERVISED_EMPLOYMENT', from, until: textField(record, 'einde_begeleid_werken'), hours: numberField(record, 'uren_begeleid_werken') };
}

function runsLater(form: Form, other: Form): boolean {
  if (form.until === other.until) return form.from > other.from;
  return form.until === null || (other.until !== null && form.until > other.until);
}

interface Period {
  readonly from: string;
  readonly until: string | null;
}

function touches(one: Period, other: Period): boolean {
  return startsInOrRightAfter(one, other) && startsInOrRightAfter(other, one);
}

function startsInOrRightAfter(later: Period, earlier: Period): boolean {
  return earlier.until === null || later.from <= Temporal.PlainDate.from(earlier.until).add({ days: 1 }).toString();
}
