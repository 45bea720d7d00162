/** A hundred mistakes for a delivery of the Statistiek Wsw in the layout until 2014, annex to art. 11 of the Regeling: each is one deed at one person, and is told once. */
import type { FieldName } from '../wsw-field.js';
import type { WswRecord } from '../wsw-record.js';
import type { Kind } from './people.js';

export interface Mistake {
  readonly kind: Kind;
  /** What is written instead, into which record of the person. */
  readonly change: WswRecord;
  readonly at: number;
  /** Where it must be told: place in the person's records, field and rule. */
  readonly told: number;
  readonly field: FieldName | 'record';
  readonly rule: string;
  /** Deeds on the line itself. */
  readonly line?: (line: string) => string;
}

type Row = readonly [kind: Kind, change: WswRecord, field: FieldName, rule: string];

const FUTURE = '20160201';
const BEFORE_BIRTH = '19490601';

const LINES: readonly Mistake[] = [
  onLine('works', 'record', 'too-short', (line) => line.slice(1)),
  onLine('left', 'record', 'too-long', (line) => `${line}0`),
  onLine('works', 'periode', 'not-digits', (line) => ` ${line.slice(1)}`),
  onLine('waits', 'bsn', 'not-digits', (line) => `${line.slice(0, 10)}X${line.slice(11)}`),
  onLine('changed', 'geboortedatum', 'not-digits', (line) => `${line.slice(0, 19)}-${line.slice(20)}`),
  onLine('left', 'bestemming_uitstroom', 'not-digits', (line) => `${line.slice(0, -1)}?`),
];

const FIELDS: readonly Row[] = [
  ['works', { periode: '' }, 'periode', 'empty'],
  ['works', { periode: '20133' }, 'periode', 'not-a-half-year'],
  ['works', { periode: '20151' }, 'periode', 'other-layout'],
  ['works', { periode: '20131' }, 'periode', 'other-half-year'],
  ['supervised', { verantwoordelijke: '' }, 'verantwoordelijke', 'empty'],
  ['oldCohort', { verantwoordelijke: '01916' }, 'verantwoordelijke', 'other-responsible'],
  ['left', { bsn: '' }, 'bsn', 'empty'],
  ['waits', { bsn: '123456789' }, 'bsn', 'bad-checksum'],
  ['works', { geboortedatum: '' }, 'geboortedatum', 'empty'],
  ['works', { gemeente_inschrijving: '' }, 'gemeente_inschrijving', 'empty'],
  ['changed', { gemeente_inschrijving: '9999' }, 'gemeente_inschrijving', 'unknown-municipality'],
  ['works', { geboortedatum: '19651301' }, 'geboortedatum', 'not-a-date'],
  ['works', { aanvraag_eerste_indicatie: '20050100' }, 'aanvraag_eerste_indicatie', 'not-a-date'],
  ['waits', { aanvraag_herindicatie: '20110229' }, 'aanvraag_herindicatie', 'not-a-date'],
  ['supervised', { indicatiebesluit: '01062011' }, 'indicatiebesluit', 'not-a-date'],
  ['works', { afloop_indicatie: '99991231' }, 'afloop_indicatie', 'not-a-date'],
  ['waits', { instroom_wachtlijst: '20131301' }, 'instroom_wachtlijst', 'not-a-date'],
  ['works', { uitstroom_wachtlijst: '20060230' }, 'uitstroom_wachtlijst', 'not-a-date'],
  ['oldCohort', { begin_dienstbetrekking: '18990301' }, 'begin_dienstbetrekking', 'not-a-date'],
  ['left', { einde_dienstbetrekking: '20130931' }, 'einde_dienstbetrekking', 'not-a-date'],
  ['supervised', { begin_begeleid_werken: '20111131' }, 'begin_begeleid_werken', 'not-a-date'],
  ['supervisedLeft', { einde_begeleid_werken: '20130800' }, 'einde_begeleid_werken', 'not-a-date'],
  ['idle', { besluit_doelgroep: '9' }, 'besluit_doelgroep', 'unknown-code'],
  ['works', { besluit_arbeidshandicap: '4' }, 'besluit_arbeidshandicap', 'unknown-code'],
  ['works', { advies_werkvorm: '3' }, 'advies_werkvorm', 'unknown-code'],
  ['works', { reden_uitstroom_wachtlijst: '11' }, 'reden_uitstroom_wachtlijst', 'unknown-code'],
  ['changedBack', { detachering: '4' }, 'detachering', 'unknown-code'],
  ['left', { bestemming_uitstroom: '12' }, 'bestemming_uitstroom', 'unknown-code'],
  ['works', { uren_dienstbetrekking: '61' }, 'uren_dienstbetrekking', 'out-of-range'],
  ['works', { loon_dienstbetrekking: '101' }, 'loon_dienstbetrekking', 'out-of-range'],
  ['supervised', { uren_begeleid_werken: '99' }, 'uren_begeleid_werken', 'out-of-range'],
  ['changed', { loon_begeleid_werken: '700' }, 'loon_begeleid_werken', 'out-of-range'],
];

const DATES: readonly Row[] = [
  ['supervised', { afloop_indicatie: '20110531' }, 'afloop_indicatie', 'end-before-start'],
  ['works', { uitstroom_wachtlijst: '20050331' }, 'uitstroom_wachtlijst', 'end-before-start'],
  ['left', { einde_dienstbetrekking: '20060131' }, 'einde_dienstbetrekking', 'end-before-start'],
  ['supervisedLeft', { einde_begeleid_werken: '20111031' }, 'einde_begeleid_werken', 'end-before-start'],
  ['works', { indicatiebesluit: '' }, 'indicatiebesluit', 'start-missing'],
  ['works', { instroom_wachtlijst: '' }, 'instroom_wachtlijst', 'start-missing'],
  ['left', { begin_dienstbetrekking: '' }, 'begin_dienstbetrekking', 'start-missing'],
  ['changed', { begin_begeleid_werken: '', einde_dienstbetrekking: '' }, 'begin_begeleid_werken', 'start-missing'],
  ['idle', { geboortedatum: FUTURE }, 'geboortedatum', 'after-period'],
  ['idle', { aanvraag_eerste_indicatie: FUTURE }, 'aanvraag_eerste_indicatie', 'after-period'],
  ['supervised', { aanvraag_herindicatie: FUTURE }, 'aanvraag_herindicatie', 'after-period'],
  ['works', { indicatiebesluit: FUTURE }, 'indicatiebesluit', 'after-period'],
  ['waits', { instroom_wachtlijst: FUTURE }, 'instroom_wachtlijst', 'after-period'],
  ['works', { uitstroom_wachtlijst: FUTURE }, 'uitstroom_wachtlijst', 'after-period'],
  ['oldCohort', { begin_dienstbetrekking: FUTURE }, 'begin_dienstbetrekking', 'after-period'],
  ['left', { einde_dienstbetrekking: FUTURE }, 'einde_dienstbetrekking', 'after-period'],
  ['supervised', { begin_begeleid_werken: FUTURE }, 'begin_begeleid_werken', 'after-period'],
  ['supervisedLeft', { einde_begeleid_werken: FUTURE }, 'einde_begeleid_werken', 'after-period'],
  ['worksWithoutList', { aanvraag_eerste_indicatie: BEFORE_BIRTH }, 'aanvraag_eerste_indicatie', 'before-birth'],
  ['idle', { aanvraag_herindicatie: BEFORE_BIRTH }, 'aanvraag_herindicatie', 'before-birth'],
  ['idle', { indicatiebesluit: BEFORE_BIRTH }, 'indicatiebesluit', 'before-birth'],
  ['waitsWithoutDates', { instroom_wachtlijst: BEFORE_BIRTH }, 'instroom_wachtlijst', 'before-birth'],
  ['oldCohort', { begin_dienstbetrekking: BEFORE_BIRTH }, 'begin_dienstbetrekking', 'before-birth'],
  ['supervised', { begin_begeleid_werken: BEFORE_BIRTH }, 'begin_begeleid_werken', 'before-birth'],
];

const TOGETHER: readonly Row[] = [
  ['supervised', { besluit_doelgroep: '', besluit_arbeidshandicap: '', advies_werkvorm: '' }, 'besluit_doelgroep', 'decision-missing'],
  ['works', { besluit_arbeidshandicap: '' }, 'besluit_arbeidshandicap', 'category-missing'],
  ['refused', { besluit_arbeidshandicap: '2' }, 'besluit_arbeidshandicap', 'category-outside-target-group'],
  ['refused', { advies_werkvorm: '2' }, 'advies_werkvorm', 'advice-outside-target-group'],
  ['left', { advies_werkvorm: '' }, 'advies_werkvorm', 'advice-missing'],
  ['changed', { afloop_indicatie: '' }, 'afloop_indicatie', 'validity-missing'],
  ['works', { besluit_arbeidshandicap: '1' }, 'besluit_arbeidshandicap', 'light-since-2005'],
  ['worksWithoutList', { aanvraag_eerste_indicatie: '20110602', aanvraag_herindicatie: '' }, 'indicatiebesluit', 'decision-before-application'],
  ['supervised', { aanvraag_herindicatie: '20050109' }, 'aanvraag_herindicatie', 'reindication-before-first'],
  ['works', { reden_uitstroom_wachtlijst: '' }, 'reden_uitstroom_wachtlijst', 'waiting-reason-missing'],
  ['works', { uitstroom_wachtlijst: '' }, 'uitstroom_wachtlijst', 'waiting-reason-without-date'],
  ['works', { instroom_wachtlijst: '20050109' }, 'instroom_wachtlijst', 'waiting-before-application'],
  ['waitsWithoutDates', { besluit_doelgroep: '', besluit_arbeidshandicap: '', advies_werkvorm: '' }, 'besluit_doelgroep', 'waiting-without-indication'],
  ['waits', { afloop_indicatie: '20131230' }, 'afloop_indicatie', 'waiting-after-expiry'],
  ['works', { uitstroom_wachtlijst: '', reden_uitstroom_wachtlijst: '' }, 'uitstroom_wachtlijst', 'waiting-and-working'],
  ['waits', { uitstroom_wachtlijst: '20131101', reden_uitstroom_wachtlijst: '01' }, 'reden_uitstroom_wachtlijst', 'placed-without-work'],
  ['works', { reden_uitstroom_wachtlijst: '08' }, 'reden_uitstroom_wachtlijst', 'died-and-working'],
  ['changed', { einde_dienstbetrekking: '' }, 'einde_dienstbetrekking', 'former-form-open'],
  ['changedBack', { einde_begeleid_werken: '' }, 'einde_begeleid_werken', 'former-form-open'],
  ['changed', { einde_dienstbetrekking: '20111102' }, 'begin_begeleid_werken', 'forms-overlap'],
  ['changedBack', { einde_begeleid_werken: '20120502' }, 'begin_dienstbetrekking', 'forms-overlap'],
  ['changed', { begin_dienstbetrekking: '20111101', einde_dienstbetrekking: '' }, 'begin_begeleid_werken', 'forms-at-once'],
  ['oldCohort', { detachering: '' }, 'detachering', 'secondment-missing'],
  ['oldCohort', { uren_dienstbetrekking: '' }, 'uren_dienstbetrekking', 'hours-missing'],
  ['supervised', { uren_begeleid_werken: '' }, 'uren_begeleid_werken', 'hours-missing'],
  ['left', { reden_ontslag: '' }, 'reden_ontslag', 'outflow-incomplete'],
  ['supervisedLeft', { bestemming_uitstroom: '' }, 'bestemming_uitstroom', 'outflow-incomplete'],
  ['works', { reden_ontslag: '4' }, 'reden_ontslag', 'outflow-without-end'],
  ['changed', { bestemming_uitstroom: '01' }, 'bestemming_uitstroom', 'outflow-without-end'],
  ['left', { bestemming_uitstroom: '09' }, 'reden_ontslag', 'death-has-its-reason'],
  ['left', { reden_ontslag: '3', bestemming_uitstroom: '02' }, 'bestemming_uitstroom', 'outside-target-group'],
  ['leftAndWaits', { reden_ontslag: '3' }, 'bestemming_uitstroom', 'outside-target-group'],
];

const PERSONS: readonly Mistake[] = [
  {
    kind: 'leftAndWaits', at: 0, change: { einde_dienstbetrekking: '', reden_ontslag: '', bestemming_uitstroom: '' }, told: 1, field: 'record', rule: 'two-open-records',
  },
  { kind: 'leftAndReturned', at: 1, change: { begin_dienstbetrekking: '20060201', einde_dienstbetrekking: '20130930', reden_ontslag: '5', bestemming_uitstroom: '01' }, told: 1, field: 'record', rule: 'duplicate' },
  { kind: 'leftAndWaits', at: 1, change: { geboortedatum: '19480101' }, told: 1, field: 'geboortedatum', rule: 'person-differs' },
  { kind: 'leftAndReturned', at: 1, change: { begin_dienstbetrekking: '20130915' }, told: 1, field: 'begin_dienstbetrekking', rule: 'stays-overlap' },
  { kind: 'left', at: 0, change: { bestemming_uitstroom: '03' }, told: 0, field: 'bestemming_uitstroom', rule: 'successor-missing' },
  { kind: 'leftAndWaits', at: 0, change: { bestemming_uitstroom: '10' }, told: 0, field: 'bestemming_uitstroom', rule: 'destination-of-waiting' },
];

export const MISTAKES: readonly Mistake[] = [
  ...LINES,
  ...[...FIELDS, ...DATES, ...TOGETHER].map(([kind, change, field, rule]): Mistake => ({ kind, change, at: 0, told: 0, field, rule })),
  ...PERSONS,
];

function onLine(kind: Kind, field: FieldName | 'record', rule: string, line: (line: string) => string): Mistake {
  return { kind, change: {}, at: 0, told: 0, field, rule, line };
}
