/** Regeling uitvoering sw en begeleid werken, annex to art. 11: what one field may hold, judged by itself. */
import { passesElevenTest } from '../persons/eleven-test.js';
import { halfYearOf } from './half-year.js';
import { FIELD_NAMES, type Domain, type FieldName, type Layout, type WswField } from './wsw-field.js';
import { isNone, type WswRecord } from './wsw-record.js';

/** What the judge knows besides the record. Without municipalities any code of four digits is taken. */
export interface KnownFacts {
  readonly municipalities?: ReadonlySet<string>;
}

export interface FieldFault {
  readonly field: string;
  readonly rule: string;
  readonly text: string;
}

/** Every field as it stands in the file, in its full width; empty where it does not apply or the layout does not have it. */
export type Values = Readonly<Record<FieldName, string>>;
export const NO_VALUES = Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as Values;
type Verdict = readonly [rule: string, text: string] | null;

/** What each field holds, and what is wrong with it by itself. */
export function judgeFields(layout: Layout, record: WswRecord, known: KnownFacts): { readonly values: Values; readonly faults: FieldFault[] } {
  const faults: FieldFault[] = strangeFields(layout, record);
  const values: Record<FieldName, string> = { ...NO_VALUES };
  for (const field of layout.fields) {
    const given = record[field.name] ?? '';
    const value = isNone(given) ? '' : given.padStart(field.width, '0');
    const verdict = formOf(field, given) ?? (value === '' ? emptiness(field.domain) : content(field.domain, value, known));
    if (verdict) faults.push({ field: field.name, rule: verdict[0], text: verdict[1] });
    values[field.name] = value;
  }
  return { values, faults };
}

function strangeFields(layout: Layout, record: WswRecord): FieldFault[] {
  const known = new Set<string>(layout.fields.map(({ name }) => name));
  return Object.entries(record)
    .filter(([name, value]) => !known.has(name) && !isNone(value))
    .map(([name]) => ({ field: name, rule: 'not-in-layout', text: `Dit kenmerk staat niet in de indeling van ${layout.name}.` }));
}

function formOf({ width }: WswField, given: string): Verdict {
  if (!/^\d*$/.test(given)) return ['not-digits', 'Er staan andere tekens dan cijfers.'];
  return given.length > width ? ['too-long', `Er zijn hoogstens ${width} cijfers.`] : null;
}

function emptiness(domain: Domain): Verdict {
  const required = domain.kind === 'bsn' || domain.kind === 'half-year' || ('required' in domain && domain.required === true);
  return required ? ['empty', 'Dit kenmerk is verplicht; nullen zijn niet genoeg.'] : null;
}

function content(domain: Domain, value: string, { municipalities }: KnownFacts): Verdict {
  switch (domain.kind) {
    case 'digits':
      return null;
    case 'half-year':
      return halfYearOf(value) === null ? ['not-a-half-year', 'De periode is een jaar met een 1 of een 2 erachter.'] : null;
    case 'bsn':
      return passesElevenTest(value) ? null : ['bad-checksum', 'Het burgerservicenummer voldoet niet aan de elfproef.'];
    case 'date':
      return isDay(value) ? null : ['not-a-date', 'Dit is geen dag van de kalender (jjjjmmdd).'];
    case 'municipality':
      return municipalities && !municipalities.has(value) ? ['unknown-municipality', 'Deze gemeentecode is niet bekend.'] : null;
    case 'code':
      return Object.hasOwn(domain.codes, value) ? null : ['unknown-code', `De waarde is een van ${Object.keys(domain.codes).sort().join(', ')}.`];
    case 'integer':
      return Number(value) <= domain.to ? null : ['out-of-range', `De waarde is hoogstens ${domain.to}.`];
  }
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that exists, from 1900 to 2999; a date of which the day or month is not known is none. */
export function isDay(text: string): boolean {
  if (!/^(19|2\d)\d{6}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= length;
}
