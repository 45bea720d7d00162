/** Which field of which file is spoilt how, and the class of fault that an import must name for it. */

export interface SpoiltField {
  readonly field: string;
  /** The bad value, or a change of the good one. */
  readonly value: string | ((good: string) => string);
  readonly valueClass: string;
}

export interface SpoiltFile {
  readonly path: string;
  readonly fields: readonly SpoiltField[];
}

const otherLastDigit = (bsn: string): string => `${bsn.slice(0, 8)}${(Number(bsn.slice(8)) + 1) % 10}`;
const shorter = (text: string): string => text.slice(0, -1);

const elevenTest = (field: string): SpoiltField => ({ field, value: otherLastDigit, valueClass: 'bad-checksum' });
const noSuchDay = (field: string): SpoiltField => ({ field, value: '2013-02-30', valueClass: 'not-a-date' });
const endsTooEarly = (field: string, value = '1900-01-01'): SpoiltField => ({ field, value, valueClass: 'end-before-start' });
const unknownCode = (field: string, value: string): SpoiltField => ({ field, value, valueClass: 'unknown-code' });

/** Each bad value stands on a line of its own. */
export const SPOILT_CSV_FILES: readonly SpoiltFile[] = [
  {
    path: 'benefits/clients.csv',
    fields: [elevenTest('bsn'), { field: 'bsn', value: shorter, valueClass: 'wrong-length' }, noSuchDay('birth_date'), { field: 'name', value: '', valueClass: 'empty' }],
  },
  {
    path: 'benefits/residences.csv',
    fields: [unknownCode('municipality', '9999'), endsTooEarly('until'), { field: 'client_number', value: '999999', valueClass: 'unknown-reference' }],
  },
  { path: 'benefits/applications.csv', fields: [unknownCode('kind', 'LOTTERY'), noSuchDay('received_on'), endsTooEarly('decided_on')] },
  {
    path: 'benefits/benefits.csv',
    fields: [unknownCode('status', 'LOPEND'), { field: 'monthly_amount', value: '900,33', valueClass: 'not-a-decimal' }, endsTooEarly('until')],
  },
  {
    path: 'reintegration/indications.csv',
    fields: [elevenTest('bsn'), unknownCode('municipality', '9999'), unknownCode('adaptations', 'LOW_STIMULI|NO_SUCH_CODE'), noSuchDay('decided_on'), endsTooEarly('valid_until')],
  },
  {
    path: 'sw-zoetermeer-rijswijk/employments.csv',
    fields: [
      elevenTest('bsn'), unknownCode('work_form', 'VOLUNTEER'), unknownCode('paying_municipality', '9999'), noSuchDay('birth_date'),
      { field: 'hours_per_week', value: 'veel', valueClass: 'not-a-decimal' }, endsTooEarly('until'),
    ],
  },
  {
    path: 'sw-leiden/DIENSTVERBAND.csv',
    fields: [
      elevenTest('BSN'), unknownCode('WERKVORM', 'XX'), unknownCode('BETGEM', '9999'), { field: 'GEBDAT', value: '19701340', valueClass: 'not-a-date' },
      { field: 'DTPCT', value: '77,78', valueClass: 'not-a-decimal' }, endsTooEarly('EINDDAT', '19000101'),
    ],
  },
  {
    path: 'sw-wassenaar/rooster-2014-02.csv',
    fields: [elevenTest('bsn'), { field: 'uren', value: 'veel', valueClass: 'not-a-decimal' }, noSuchDay('van'), endsTooEarly('tot')],
  },
];

export const SPOILT_STATISTICS: SpoiltFile = {
  path: 'sw-wassenaar/statistiek-wsw-20132.txt',
  fields: [
    elevenTest('bsn'), unknownCode('gemeente_inschrijving', '9999'), { field: 'geboortedatum', value: '19701340', valueClass: 'not-a-date' },
    unknownCode('besluit_doelgroep', '9'), endsTooEarly('einde_dienstbetrekking', '19000101'),
  ],
};
