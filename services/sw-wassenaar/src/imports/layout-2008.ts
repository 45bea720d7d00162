/**
 * Statistiek Wsw, layout 2008 to 2014: 29 fields, 139 positions, with the waiting list and without a paying municipality
 * (Regeling uitvoering sw en begeleid werken, annex to art. 11).
 */
import type { Layout } from '../domain/layout.js';
import { BEGELEID_WERKEN, DIENSTBETREKKING, HANDICAP, INDICATIE, numbered, UITSTROOM } from './layout-parts.js';

export const LAYOUT_2008: Layout = {
  name: '2008',
  positions: 139,
  from: 20081,
  until: 20142,
  fields: numbered([
    { name: 'periode', width: 5, domain: { kind: 'half-year' }, keeping: 'kept', rule: 'jjjjh, gelijk aan de periode van het bestand' },
    { name: 'verantwoordelijke', width: 5, domain: { kind: 'digits' }, keeping: 'kept', rule: 'gemeente of WGR-verband' },
    { name: 'bsn', width: 9, domain: { kind: 'bsn' }, keeping: 'as-pseudonym', rule: 'elfproef' },
    { name: 'geboortedatum', width: 8, domain: { kind: 'date', required: true }, keeping: 'kept', rule: 'jjjjmmdd' },
    { name: 'gemeente_inschrijving', width: 4, domain: { kind: 'municipality' }, keeping: 'kept', rule: 'CBS-code' },
    ...HANDICAP,
    ...INDICATIE,
    { name: 'instroom_wachtlijst', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: 'jjjjmmdd of nullen' },
    { name: 'uitstroom_wachtlijst', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: 'jjjjmmdd of nullen' },
    {
      name: 'reden_uitstroom_wachtlijst', width: 2, domain: { kind: 'code', from: 1, to: 10 }, keeping: 'kept',
      rule: '01 plaatsing Wsw, 02 verhuisd, 03 indicatie ingetrokken, 04 regulier werk, 05 participatievoorziening, 06 AWBZ, 07 pensioenleeftijd, 08 overleden, 09 (tijdelijk) niet beschikbaar, 10 overig',
    },
    ...DIENSTBETREKKING,
    ...BEGELEID_WERKEN,
    ...UITSTROOM,
  ]),
};
