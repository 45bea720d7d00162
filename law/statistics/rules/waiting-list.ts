/** Wsw art. 12(1) and Besluit uitvoering sw en begeleid werken art. 8: who waits is indicated and has no Wsw work (annex to art. 11 of the Regeling in the text until 2014, fields 16 to 18). */
import { lastDayOf } from '../half-year.js';
import { FORM_FIELDS, formsOf, works } from './forms.js';
import type { RecordRule } from './rule.js';
import type { Values } from '../field-faults.js';

const PLACED = '01';
const DIED = '08';

export const WAITING_LIST_RULES: readonly RecordRule[] = [
  {
    name: 'waiting-reason-missing', field: 'reden_uitstroom_wachtlijst', reads: ['uitstroom_wachtlijst', 'reden_uitstroom_wachtlijst'],
    text: 'Wie van de wachtlijst af is, heeft een reden van uitstroom.',
    broken: (values) => values.uitstroom_wachtlijst !== '' && values.reden_uitstroom_wachtlijst === '',
  },
  {
    name: 'waiting-reason-without-date', field: 'uitstroom_wachtlijst', reads: ['uitstroom_wachtlijst', 'reden_uitstroom_wachtlijst'],
    text: 'Er is een reden van uitstroom uit de wachtlijst en geen datum.',
    broken: (values) => values.uitstroom_wachtlijst === '' && values.reden_uitstroom_wachtlijst !== '',
  },
  {
    name: 'waiting-before-application', field: 'instroom_wachtlijst', reads: ['instroom_wachtlijst', 'aanvraag_eerste_indicatie'],
    text: 'Niemand komt op de wachtlijst voordat de eerste indicatie is aangevraagd.',
    broken: (values) => values.instroom_wachtlijst !== '' && values.instroom_wachtlijst < values.aanvraag_eerste_indicatie,
  },
  {
    name: 'waiting-without-indication', field: 'besluit_doelgroep', reads: ['instroom_wachtlijst', 'uitstroom_wachtlijst', 'reden_uitstroom_wachtlijst', 'besluit_doelgroep'],
    text: 'Alleen wie tot de doelgroep behoort, staat op de wachtlijst.',
    broken: (values) => waits(values) && values.besluit_doelgroep !== '1',
  },
  {
    name: 'waiting-after-expiry', field: 'afloop_indicatie', reads: ['instroom_wachtlijst', 'uitstroom_wachtlijst', 'reden_uitstroom_wachtlijst', 'afloop_indicatie', 'periode'],
    text: 'De indicatie is afgelopen en de persoon staat nog op de wachtlijst.',
    broken: (values) => waits(values) && values.afloop_indicatie !== '' && values.afloop_indicatie < lastDayOf(Number(values.periode)).replaceAll('-', ''),
  },
  {
    name: 'waiting-and-working', field: 'uitstroom_wachtlijst', reads: ['instroom_wachtlijst', 'uitstroom_wachtlijst', 'reden_uitstroom_wachtlijst', ...FORM_FIELDS],
    text: 'Wie Wsw-werk heeft, staat niet meer op de wachtlijst.',
    broken: (values) => waits(values) && works(values),
  },
  {
    name: 'placed-without-work', field: 'reden_uitstroom_wachtlijst', reads: ['reden_uitstroom_wachtlijst', ...FORM_FIELDS],
    text: 'De uitstroom uit de wachtlijst is een plaatsing, en er is geen dienstbetrekking of begeleid werken.',
    broken: (values) => values.reden_uitstroom_wachtlijst === PLACED && formsOf(values).length === 0,
  },
  {
    name: 'died-and-working', field: 'reden_uitstroom_wachtlijst', reads: ['reden_uitstroom_wachtlijst', ...FORM_FIELDS],
    text: 'De uitstroom uit de wachtlijst is overlijden, en er is lopend werk.',
    broken: (values) => values.reden_uitstroom_wachtlijst === DIED && works(values),
  },
];

/** A reason without its day is another mistake, not somebody who waits. */
export function waits(values: Values): boolean {
  return values.instroom_wachtlijst !== '' && values.uitstroom_wachtlijst === '' && values.reden_uitstroom_wachtlijst === '';
}
