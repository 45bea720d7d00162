/**
 * Regeling uitvoering sw en begeleid werken, annex to art. 11 in the text from 2015: 28 fields in 126 positions. It has the paying
 * municipality and the sex, and no waiting list: nobody enters any more, the statistics follow who worked on 31 December 2014.
 */
import { numbered, type Layout } from './wsw-field.js';
import { BIRTH_DATE, BSN, CONTRACT, destination, DISMISSAL, HANDICAP, INDICATION, PAYER, PERIOD, REGISTERED, RESPONSIBLE, SEX, SUPERVISED } from './wsw-parts.js';

export const LAYOUT_2015: Layout = {
  name: '2015',
  positions: 126,
  from: 20151,
  until: 20992,
  fields: numbered([
    PERIOD, RESPONSIBLE, PAYER, BSN, BIRTH_DATE, SEX, REGISTERED, ...HANDICAP, ...INDICATION, ...CONTRACT, ...SUPERVISED, DISMISSAL, destination('geen Wsw-plaats'),
  ]),
};
