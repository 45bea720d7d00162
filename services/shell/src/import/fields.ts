/** Rules for one field of a delivered file: text in, value or fault class out. The value itself never travels on a fault. */
import { isLocalPart } from '#kernel/ids.js';
import { isCalendarDate, passesElevenTest } from '../scalars.js';
import type { ImportFacts, ValueClass } from './format.js';

export type FieldResult<T> = { readonly value: T } | { readonly fault: ValueClass; readonly reason: string };
export type FieldRule<T> = (text: string, facts: ImportFacts) => FieldResult<T>;

const fault = (valueClass: ValueClass, reason: string): FieldResult<never> => ({ fault: valueClass, reason });
const empty = fault('empty', 'a value is required');

/** One line of readable text: control characters are refused, the zero byte because no database takes it. */
export function text({ max }: { max: number }): FieldRule<string> {
  return (given) => {
    if (given === '') return empty;
    if (/\p{Cc}/u.test(given)) return fault('not-text', 'has a control character');
    return given.length > max ? fault('too-long', `at most ${max} characters`) : { value: given };
  };
}

/** A number or code of the delivering system that becomes part of an id: outside the grammar of ids it could be stored and never shown. */
export function localNumber({ max }: { max: number }): FieldRule<string> {
  return (given) => {
    if (given === '') return empty;
    if (given.length > max) return fault('too-long', `at most ${max} characters`);
    return isLocalPart(given) ? { value: given } : fault('unknown-code', 'may only have letters, digits, point, hyphen and underscore');
  };
}

/** Empty becomes null; anything else must obey `rule`. */
export function optional<T>(rule: FieldRule<T>): FieldRule<T | null> {
  return (given, facts) => (given === '' ? { value: null } : rule(given, facts));
}

export function code<T extends string>(allowed: readonly T[]): FieldRule<T> {
  return (given) => {
    if (given === '') return empty;
    const found = allowed.find((one) => one === given);
    return found === undefined ? fault('unknown-code', `must be one of ${allowed.join(', ')}`) : { value: found };
  };
}

/** A code that stands for something else in our model: `{ J: true, N: false }`. */
export function mapped<T>(meaning: Readonly<Record<string, T>>): FieldRule<T> {
  return (given) => {
    if (given === '') return empty;
    const known = Object.hasOwn(meaning, given) ? meaning[given] : undefined;
    return known === undefined ? fault('unknown-code', `must be one of ${Object.keys(meaning).join(', ')}`) : { value: known };
  };
}

export const isoDate: FieldRule<string> = (given) => {
  if (given === '') return empty;
  return isCalendarDate(given) ? { value: given } : fault('not-a-date', 'must be a calendar date, YYYY-MM-DD');
};

/** `yyyymmdd`; `0`, `00000000` and empty mean none. */
export const legacyDate: FieldRule<string | null> = (given) => {
  if (/^0*$/.test(given)) return { value: null };
  const date = /^\d{8}$/.test(given) ? `${given.slice(0, 4)}-${given.slice(4, 6)}-${given.slice(6)}` : '';
  return isCalendarDate(date) ? { value: date } : fault('not-a-date', 'must be a calendar date, yyyymmdd, or zero for none');
};

export function integer({ min, max }: { min: number; max: number }): FieldRule<number> {
  return (given) => {
    if (given === '') return empty;
    if (!/^-?\d{1,9}$/.test(given)) return fault('not-a-number', 'must be a whole number');
    const value = Number(given);
    return value < min || value > max ? fault('out-of-range', `must be from ${min} to ${max}`) : { value };
  };
}

/** Exact decimal, kept as text. */
export function decimal({ min, max }: { min: number; max: number }): FieldRule<string> {
  return (given) => {
    if (given === '') return empty;
    if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(given)) return fault('not-a-decimal', 'must be a decimal number with a point');
    const value = Number(given);
    return value < min || value > max ? fault('out-of-range', `must be from ${min} to ${max}`) : { value: given };
  };
}

/** A number that passes the eleven-test, turned into the person id at once: the number goes no further. */
export const personNumber: FieldRule<string> = (given, facts) => {
  const checked = bsn(given, facts);
  return 'fault' in checked ? checked : { value: facts.pseudonym(checked.value) };
};

/** For the one register that may keep the number itself. */
export const bsn: FieldRule<string> = (given) => {
  if (given === '') return empty;
  if (given.length !== 9) return fault('wrong-length', 'must have nine digits');
  return passesElevenTest(given) ? { value: given } : fault('bad-checksum', 'does not pass the eleven-test');
};

export const municipality: FieldRule<string> = (given, facts) => {
  if (given === '') return empty;
  return facts.municipalities.has(given) ? { value: given } : fault('unknown-code', 'is no municipality of this federation');
};

export const bodyId: FieldRule<string> = (given, facts) => {
  if (given === '') return empty;
  return facts.bodies.has(given) ? { value: given } : fault('unknown-code', 'is no body of this federation');
};

export const adaptationCodes: FieldRule<string[]> = (given, facts) => {
  const codes = given === '' ? [] : given.split('|');
  return codes.every((one) => facts.adaptations.has(one)) ? { value: codes } : fault('unknown-code', 'has a code that the register of adaptations lacks');
};

export const kvkNumber: FieldRule<string> = (given) => {
  if (given === '') return empty;
  return /^\d{8}$/.test(given) ? { value: given } : fault('wrong-length', 'must have eight digits');
};

export const postcodeArea: FieldRule<string> = (given) => {
  if (given === '') return empty;
  return /^[1-9]\d{3}$/.test(given) ? { value: given } : fault('wrong-length', 'must have four digits');
};
