/** Regeling uitvoering sw en begeleid werken, annex to art. 11 (2008: fields 28 and 29; 2015: 27 and 28): reason and destination of who leaves the workers, and of nobody else. */
import { FORM_FIELDS, hasLeft } from './forms.js';
import type { RecordRule } from './rule.js';

const NOT_IN_TARGET_GROUP = '3';
const DEATH_OR_PENSION = '8';
const DIED = '09';
const WSW_ELSEWHERE = '02';
/** In the text until 2014 only; since 2015 the same code is: no Wsw place. */
const WAITING_LIST = '03';

export const OUTFLOW_RULES: readonly RecordRule[] = [
  {
    name: 'outflow-incomplete', field: 'reden_ontslag', reads: ['reden_ontslag', ...FORM_FIELDS], text: 'Het werk is geëindigd en de reden van ontslag ontbreekt.',
    broken: (values) => hasLeft(values) && values.reden_ontslag === '',
  },
  {
    name: 'outflow-incomplete', field: 'bestemming_uitstroom', reads: ['bestemming_uitstroom', ...FORM_FIELDS], text: 'Het werk is geëindigd en de bestemming ontbreekt.',
    broken: (values) => hasLeft(values) && values.bestemming_uitstroom === '',
  },
  {
    name: 'outflow-without-end', field: 'reden_ontslag', reads: ['reden_ontslag', ...FORM_FIELDS],
    text: 'Er is een reden van ontslag terwijl het werk niet is geëindigd; een andere werkvorm is geen uitstroom.',
    broken: (values) => !hasLeft(values) && values.reden_ontslag !== '',
  },
  {
    name: 'outflow-without-end', field: 'bestemming_uitstroom', reads: ['bestemming_uitstroom', ...FORM_FIELDS],
    text: 'Er is een bestemming terwijl het werk niet is geëindigd; een andere werkvorm is geen uitstroom.',
    broken: (values) => !hasLeft(values) && values.bestemming_uitstroom !== '',
  },
  {
    name: 'death-has-its-reason', field: 'reden_ontslag', reads: ['reden_ontslag', 'bestemming_uitstroom'], text: 'Bij de bestemming overlijden hoort reden 8.',
    broken: (values) => values.bestemming_uitstroom === DIED && values.reden_ontslag !== '' && values.reden_ontslag !== DEATH_OR_PENSION,
  },
  {
    name: 'outside-target-group', field: 'bestemming_uitstroom', reads: ['reden_ontslag', 'bestemming_uitstroom'], text: 'Wie niet meer tot de doelgroep behoort, krijgt geen Wsw-plaats elders.',
    broken: (values) => values.reden_ontslag === NOT_IN_TARGET_GROUP && values.bestemming_uitstroom === WSW_ELSEWHERE,
  },
  {
    name: 'outside-target-group', field: 'bestemming_uitstroom', reads: ['reden_ontslag', 'bestemming_uitstroom'], only: '2008',
    text: 'Wie niet meer tot de doelgroep behoort, komt niet op de wachtlijst: 03 is hier de wachtlijst Wsw.',
    broken: (values) => values.reden_ontslag === NOT_IN_TARGET_GROUP && values.bestemming_uitstroom === WAITING_LIST,
  },
];
