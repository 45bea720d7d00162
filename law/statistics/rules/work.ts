/** Regeling uitvoering sw en begeleid werken, annex to art. 11 (2008: fields 19 to 27; 2015: 3 and 18 to 26): contract, supervised employment, and the change between them. */
import type { FieldName } from '../wsw-field.js';
import { FORM_FIELDS, formsOf } from './forms.js';
import type { RecordRule } from './rule.js';

const CONTRACT_ENDS: readonly (readonly [end: FieldName, start: FieldName])[] = [
  ['einde_dienstbetrekking', 'begin_dienstbetrekking'], ['einde_begeleid_werken', 'begin_begeleid_werken'],
];

/** A change of work form closes the old form: whoever has both began the later one after the earlier one ended. */
const formerFormOpen: RecordRule[] = CONTRACT_ENDS.map(([end]) => ({
  name: 'former-form-open', field: end, reads: FORM_FIELDS, text: 'De eerdere werkvorm heeft geen einddatum terwijl er een latere is.',
  broken: (values) => {
    const forms = formsOf(values);
    return forms.length === 2 && forms[0]?.endField === end && forms[0].end === '' && forms[0].start !== forms[1]?.start;
  },
}));

const formsOverlap: RecordRule[] = CONTRACT_ENDS.map(([, start]) => ({
  name: 'forms-overlap', field: start, reads: FORM_FIELDS, text: 'De latere werkvorm begint voordat de eerdere is beëindigd.',
  broken: (values) => {
    const [earlier, later] = formsOf(values);
    return later?.startField === start && later.start !== earlier?.start && later.start !== '' && earlier !== undefined && earlier.end > later.start;
  },
}));

export const WORK_RULES: readonly RecordRule[] = [
  ...formerFormOpen,
  ...formsOverlap,
  {
    name: 'forms-at-once', field: 'begin_begeleid_werken', reads: FORM_FIELDS, text: 'Dienstbetrekking en begeleid werken beginnen op dezelfde dag.',
    broken: (values) => values.begin_begeleid_werken !== '' && values.begin_begeleid_werken === values.begin_dienstbetrekking,
  },
  {
    name: 'secondment-missing', field: 'detachering', reads: ['begin_dienstbetrekking', 'detachering'], text: 'Bij een dienstbetrekking staat of er detachering is (1 is geen).',
    broken: (values) => values.begin_dienstbetrekking !== '' && values.detachering === '',
  },
  {
    name: 'hours-missing', field: 'uren_dienstbetrekking', reads: ['begin_dienstbetrekking', 'uren_dienstbetrekking'], text: 'Bij een dienstbetrekking horen uren per week.',
    broken: (values) => values.begin_dienstbetrekking !== '' && values.uren_dienstbetrekking === '',
  },
  {
    name: 'hours-missing', field: 'uren_begeleid_werken', reads: ['begin_begeleid_werken', 'uren_begeleid_werken'], text: 'Bij begeleid werken horen uren per week.',
    broken: (values) => values.begin_begeleid_werken !== '' && values.uren_begeleid_werken === '',
  },
  {
    name: 'payer-missing', field: 'betalende_gemeente', reads: ['betalende_gemeente', ...FORM_FIELDS], text: 'Bij werk hoort de gemeente die betaalt.',
    broken: (values) => values.betalende_gemeente === '' && formsOf(values).length > 0,
  },
];
