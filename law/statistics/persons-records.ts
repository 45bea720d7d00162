/**
 * Regeling uitvoering sw en begeleid werken, note to the annex to art. 11: the records of one person in one delivery. Somebody who leaves the
 * workers and waits, or comes back, gets a new record beside the closed one; at most one record is open, and the stays follow each other.
 */
import type { FieldFault, Values } from './field-faults.js';
import { formsOf, hasLeft, latestForm } from './rules/forms.js';
import type { Layout } from './wsw-field.js';

export interface PlacedRecord {
  readonly number: number;
  readonly values: Values;
}
export type PlacedFault = FieldFault & { readonly record: number };

const REGULAR_WORK = '01';
export const WAITING_OR_NO_PLACE = '03';

/** In the order of the file. */
export function personFaults(layout: Layout, records: readonly PlacedRecord[]): PlacedFault[] {
  const distinct = records.filter((one, index) => !records.slice(0, index).some((other) => same(one, other)));
  const repeated = records.filter((one) => !distinct.includes(one));
  return [
    ...repeated.map((one) => fault(one, 'record', 'duplicate', 'Hetzelfde record staat eerder in het bestand.')),
    ...differences(distinct),
    ...openRecords(distinct),
    ...overlaps(distinct),
    ...waitingAfterWork(distinct),
    ...(layout.name === '2008' ? missingSuccessors(distinct) : []),
  ];
}

/** Born on one day and of one sex, however many records. */
function differences([first, ...others]: readonly PlacedRecord[]): PlacedFault[] {
  return (['geboortedatum', 'geslacht'] as const).flatMap((field) =>
    others.filter(({ values }) => values[field] !== first?.values[field]).map((one) => fault(one, field, 'person-differs', 'Dezelfde persoon heeft in een ander record een andere waarde.')),
  );
}

/** Closed: left the workers, or left the waiting list without having worked. */
const isOpen = ({ values }: PlacedRecord): boolean => !hasLeft(values) && !(latestForm(values) === null && values.uitstroom_wachtlijst !== '');

function openRecords(records: readonly PlacedRecord[]): PlacedFault[] {
  return records.filter(isOpen).slice(1).map((one) => fault(one, 'record', 'two-open-records', 'Deze persoon heeft nog een record dat niet is afgesloten.'));
}

/** A new record may repeat the work of the closed one; work of its own begins after that ended. */
function overlaps(records: readonly PlacedRecord[]): PlacedFault[] {
  const closed = records.filter(({ values }) => hasLeft(values));
  return records.filter(isOpen).flatMap((one) =>
    formsOf(one.values)
      .filter(({ start }) => closed.some(({ values }) => start < (latestForm(values)?.end ?? '') && !formsOf(values).some((form) => form.start === start)))
      .map(({ startField }) => fault(one, startField, 'stays-overlap', 'Het werk begint voordat het werk van het afgesloten record was geëindigd.')),
  );
}

/** Who waits after work left with destination 03, or with 01 and a return guarantee. */
function waitingAfterWork(records: readonly PlacedRecord[]): PlacedFault[] {
  if (!records.some((one) => isOpen(one) && latestForm(one.values) === null)) return [];
  const last = records.filter(({ values }) => hasLeft(values)).toSorted((one, other) => endOf(other).localeCompare(endOf(one)))[0];
  if (!last || ['', REGULAR_WORK, WAITING_OR_NO_PLACE].includes(last.values.bestemming_uitstroom)) return [];
  return [fault(last, 'bestemming_uitstroom', 'destination-of-waiting', 'De persoon wacht op nieuw werk; de bestemming is dan 03, of 01 bij een terugkeergarantie.')];
}

/** Until 2014 destination 03 is the waiting list, and who waits has a record of his own. */
function missingSuccessors(records: readonly PlacedRecord[]): PlacedFault[] {
  return records
    .filter(({ values }) => hasLeft(values) && values.bestemming_uitstroom === WAITING_OR_NO_PLACE)
    .filter((one) => !records.some((other) => !hasLeft(other.values) || endOf(other) > endOf(one)))
    .map((one) => fault(one, 'bestemming_uitstroom', 'successor-missing', 'De bestemming is de wachtlijst, en er is geen nieuw record van deze persoon.'));
}

const endOf = ({ values }: PlacedRecord): string => latestForm(values)?.end ?? '';
const fault = ({ number }: PlacedRecord, field: string, rule: string, text: string): PlacedFault => ({ record: number, field, rule, text });

function same(one: PlacedRecord, other: PlacedRecord): boolean {
  return Object.entries(one.values).every(([name, value]) => other.values[name as keyof Values] === value);
}
