/** Regeling uitvoering sw en begeleid werken, note to the annex to art. 11: the two work forms of a record, and which of them is the latest. */
import type { Values } from '../field-faults.js';
import type { FieldName } from '../wsw-field.js';

/** What a rule about the work forms reads. */
export const FORM_FIELDS: readonly FieldName[] = ['begin_dienstbetrekking', 'einde_dienstbetrekking', 'begin_begeleid_werken', 'einde_begeleid_werken'];

export interface Form {
  readonly startField: FieldName;
  readonly endField: FieldName;
  readonly start: string;
  /** Empty while it runs. */
  readonly end: string;
}

/** In the order in which they began; one of which only the end is known counts from its end. */
export function formsOf(values: Values): readonly Form[] {
  const forms = [form(values, 'begin_dienstbetrekking', 'einde_dienstbetrekking'), form(values, 'begin_begeleid_werken', 'einde_begeleid_werken')];
  return forms.filter(({ start, end }) => start !== '' || end !== '').toSorted((one, other) => order(one) - order(other));
}

/** The form that began last, or null for who never worked in the time of this record. */
export function latestForm(values: Values): Form | null {
  return formsOf(values).at(-1) ?? null;
}

export function works(values: Values): boolean {
  return latestForm(values)?.end === '';
}

/** Worked, and left the workers: a change of work form is no outflow. */
export function hasLeft(values: Values): boolean {
  const latest = latestForm(values);
  return latest !== null && latest.end !== '';
}

const order = ({ start, end }: Form): number => Number(start === '' ? end : start);

function form(values: Values, startField: FieldName, endField: FieldName): Form {
  return { startField, endField, start: values[startField], end: values[endField] };
}
