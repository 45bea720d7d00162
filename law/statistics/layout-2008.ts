/** Regeling uitvoering sw en begeleid werken, annex to art. 11 in the text of 2008 to 2014: 29 fields in 139 positions, with the waiting list. */
import { numbered, type Layout, type Part } from './wsw-field.js';
import { BIRTH_DATE, BSN, CONTRACT, destination, DISMISSAL, HANDICAP, INDICATION, PERIOD, REGISTERED, RESPONSIBLE, SUPERVISED } from './wsw-parts.js';

const WAITING_LIST: readonly Part[] = [
  { name: 'instroom_wachtlijst', width: 8, domain: { kind: 'date' }, supplier: 'residence', title: 'Datum instroom wachtlijst' },
  { name: 'uitstroom_wachtlijst', width: 8, domain: { kind: 'date' }, supplier: 'residence', title: 'Datum uitstroom wachtlijst' },
  {
    name: 'reden_uitstroom_wachtlijst', width: 2, supplier: 'residence', title: 'Reden uitstroom wachtlijst',
    domain: {
      kind: 'code',
      codes: {
        '01': 'plaatsing Wsw', '02': 'verhuisd', '03': 'indicatie ingetrokken', '04': 'regulier werk', '05': 'participatievoorziening', '06': 'AWBZ', '07': 'pensioenleeftijd',
        '08': 'overleden', '09': '(tijdelijk) niet beschikbaar', '10': 'overig',
      },
    },
  },
];

export const LAYOUT_2008: Layout = {
  name: '2008',
  positions: 139,
  from: 20081,
  until: 20142,
  fields: numbered([
    PERIOD, RESPONSIBLE, BSN, BIRTH_DATE, REGISTERED, ...HANDICAP, ...INDICATION, ...WAITING_LIST, ...CONTRACT, ...SUPERVISED, DISMISSAL, destination('wachtlijst Wsw'),
  ]),
};
