/**
 * Regeling statistiek Participatiewet, IOAW en IOAZ, annex 2 (text of 2015): the statistics of reintegration provisions (SRG), 19 fields. Sheltered
 * employment under the Wsw is no type of it: that is law/statistics. A later guideline exists; its codes were not found.
 */
import type { ValueField, ValueTable } from '../value-tables/value-table.js';
import { notBefore, onlyFor, onlyWith } from '../value-tables/value-rules.js';

const NO_LIST = 'De bijlage geeft hier een cijfer en geen lijst; de betekenis staat in een richtlijn die niet is gevonden.';

export const PROVISION_TYPES = {
  '01': 'tijdelijke loonkostensubsidie', '02': 'WIW- of ID-baan', '03': 'participatieplaats', '04': 'loonkostensubsidie Participatiewet', '05': 'beschut werk',
  '06': 'begeleiding op de werkkring, jobcoach', '07': 'vervoersvoorziening woon-werk', '08': 'andere voorziening bij arbeidsbeperking', '99': 'overige',
} as const;

const WAGE_COST_SUBSIDY = '04';

const FIELDS: readonly ValueField[] = [
  { item: '1', name: 'statistiekjaar', title: 'Statistiekjaar', domain: { kind: 'year' }, required: true },
  { item: '2', name: 'statistiekmaand', title: 'Statistiekmaand', domain: { kind: 'month' }, required: true },
  { item: '3', name: 'statistiekcode', title: 'Statistiekcode', domain: { kind: 'code', codes: { 10: 'SRG' } }, required: true },
  { item: '4', name: 'softwarepakket', title: 'Naam softwarepakket', domain: { kind: 'text', most: 3 }, doubt: 'De bijlage van de SRG noemt geen pakketcodes.' },
  { item: '5', name: 'release', title: 'Release- of versienummer', domain: { kind: 'text', most: 12 } },
  { item: '6', name: 'gemeentecode', title: 'CBS-gemeentecode', domain: { kind: 'digits', width: 4 }, required: true },
  { item: '7', name: 'berichtgever', title: 'Berichtgevercode', domain: { kind: 'digits', width: 4 }, required: true },
  { item: '8', name: 'bsn', title: 'Burgerservicenummer', domain: { kind: 'bsn' } },
  { item: '9', name: 'geboortedatum', title: 'Geboortedatum', domain: { kind: 'date' } },
  { item: '10', name: 'geslacht', title: 'Geslacht', domain: { kind: 'digits', width: 1 }, doubt: NO_LIST },
  { item: '11', name: 'ladderpositie', title: 'Positie op de participatieladder', domain: { kind: 'digits', width: 1 }, doubt: NO_LIST },
  { item: '12', name: 'begin_ladderpositie', title: 'Begindatum positie op de participatieladder', domain: { kind: 'date' } },
  { item: '13', name: 'arbeidsvermogen', title: 'Arbeidsvermogen', domain: { kind: 'digits', width: 1 }, doubt: NO_LIST },
  { item: '14', name: 'registratienummer', title: 'Registratienummer voorziening', domain: { kind: 'text', most: 15 } },
  { item: '15', name: 'type_voorziening', title: 'Type voorziening', domain: { kind: 'code', codes: PROVISION_TYPES } },
  { item: '16', name: 'begin_voorziening', title: 'Begindatum voorziening', domain: { kind: 'date' } },
  { item: '17', name: 'einde_voorziening', title: 'Einddatum voorziening', domain: { kind: 'date' } },
  {
    item: '18', name: 'reden_einde', title: 'Reden einde voorziening',
    domain: { kind: 'code', codes: { 1: 'volledig afgerond', 2: 'voortijdig gestopt', 3: 'verhuizing, overlijden, detentie of zwangerschap' } },
    doubt: 'In de gelezen tekst ontbreekt de code van volledig afgerond; 1 is de code die overblijft en is niet nagegaan.',
  },
  { item: '19', name: 'loonwaarde', title: 'Loonwaarde', domain: { kind: 'number', width: 3 } },
];

export const SRG: ValueTable = {
  name: 'srg',
  title: 'Statistiek re-integratievoorzieningen gemeenten',
  fields: FIELDS,
  rules: [
    notBefore('begin_voorziening', 'einde_voorziening'),
    onlyWith('einde_voorziening', 'begin_voorziening', 'Er is een einddatum zonder begindatum.'),
    onlyWith('reden_einde', 'einde_voorziening', 'Er is een reden van einde zonder einddatum.'),
    onlyWith('begin_ladderpositie', 'ladderpositie', 'Er is een begindatum van een positie die er niet staat.'),
    onlyFor('loonwaarde', 'type_voorziening', [WAGE_COST_SUBSIDY], 'De loonwaarde hoort bij loonkostensubsidie van de Participatiewet (04).'),
  ],
};
