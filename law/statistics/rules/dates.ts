/** Regeling uitvoering sw en begeleid werken, annex to art. 11 and its note: days in their order, and none after the last day of the half-year. */
import { lastDayOf } from '../half-year.js';
import type { FieldName } from '../wsw-field.js';
import type { RecordRule } from './rule.js';

const PERIODS: readonly (readonly [start: FieldName, end: FieldName, also: readonly FieldName[]])[] = [
  ['indicatiebesluit', 'afloop_indicatie', []],
  ['instroom_wachtlijst', 'uitstroom_wachtlijst', []],
  ['begin_dienstbetrekking', 'einde_dienstbetrekking', ['detachering', 'uren_dienstbetrekking', 'loon_dienstbetrekking']],
  ['begin_begeleid_werken', 'einde_begeleid_werken', ['uren_begeleid_werken', 'loon_begeleid_werken']],
];
/** The validity of an indication is the one day that lies ahead. */
const PAST: readonly FieldName[] = [
  'geboortedatum', 'aanvraag_eerste_indicatie', 'aanvraag_herindicatie', 'indicatiebesluit', 'instroom_wachtlijst', 'uitstroom_wachtlijst',
  'begin_dienstbetrekking', 'einde_dienstbetrekking', 'begin_begeleid_werken', 'einde_begeleid_werken',
];

const endBeforeStart: RecordRule[] = PERIODS.map(([start, end]) => ({
  name: 'end-before-start', field: end, reads: [start, end], text: 'De einddatum ligt voor de begindatum.',
  broken: (values) => values[start] !== '' && values[end] !== '' && values[end] < values[start],
}));

const startMissing: RecordRule[] = PERIODS.map(([start, end, also]) => ({
  name: 'start-missing', field: start, reads: [start, end, ...also], text: 'Er staan gegevens of een einddatum zonder begindatum.',
  broken: (values) => values[start] === '' && [end, ...also].some((field) => values[field] !== ''),
}));

const afterPeriod: RecordRule[] = PAST.map((field) => ({
  name: 'after-period', field, reads: [field, 'periode'], text: 'De datum ligt na de laatste dag van het halfjaar: wat nog niet is gebeurd, is nullen.',
  broken: (values) => values[field] > compactLastDay(Number(values.periode)),
}));

/** An end comes after its start, so that the start is enough. */
const beforeBirth: RecordRule[] = PAST.filter((field) => field !== 'geboortedatum' && !PERIODS.some(([, end]) => end === field)).map((field) => ({
  name: 'before-birth', field, reads: [field, 'geboortedatum'], text: 'De datum ligt voor de geboortedatum.',
  broken: (values) => values[field] !== '' && values[field] < values.geboortedatum,
}));

const compactLastDay = (halfYear: number): string => lastDayOf(halfYear).replaceAll('-', '');

export const DATE_RULES: readonly RecordRule[] = [...endBeforeStart, ...startMissing, ...afterPeriod, ...beforeBirth];
