/**
 * Statistiek Wsw, layout from 2015: 28 fields, 126 positions. It adds the paying municipality and the sex, and drops the
 * waiting list, which the law closed (Regeling uitvoering sw en begeleid werken, text of 2015, annex to art. 11).
 */
import type { Layout } from '../domain/layout.js';
import { BEGELEID_WERKEN, DIENSTBETREKKING, HANDICAP, INDICATIE, numbered, UITSTROOM } from './layout-parts.js';

export const LAYOUT_2015: Layout = {
  name: '2015',
  positions: 126,
  from: 20151,
  until: 20992,
  fields: numbered([
    { name: 'periode', width: 5, domain: { kind: 'half-year' }, keeping: 'kept', rule: 'jjjjh, gelijk aan de periode van het bestand' },
    { name: 'verantwoordelijke', width: 5, domain: { kind: 'digits' }, keeping: 'kept', rule: 'gemeente of WGR-verband' },
    { name: 'betalende_gemeente', width: 4, domain: { kind: 'municipality' }, keeping: 'kept', rule: 'CBS-code' },
    { name: 'bsn', width: 9, domain: { kind: 'bsn' }, keeping: 'as-pseudonym', rule: 'elfproef' },
    { name: 'geboortedatum', width: 8, domain: { kind: 'date', required: true }, keeping: 'kept', rule: 'jjjjmmdd' },
    { name: 'geslacht', width: 1, domain: { kind: 'code', from: 1, to: 2, required: true }, keeping: 'never', rule: '1 man, 2 vrouw' },
    { name: 'gemeente_inschrijving', width: 4, domain: { kind: 'municipality' }, keeping: 'kept', rule: 'CBS-code' },
    ...HANDICAP,
    ...INDICATIE,
    ...DIENSTBETREKKING,
    ...BEGELEID_WERKEN,
    ...UITSTROOM,
  ]),
};
