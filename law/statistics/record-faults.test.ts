import { describe, expect, it } from '@jest/globals';
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import { recordFaults, RECORD_RULES } from './record-faults.js';
import type { Layout } from './wsw-field.js';
import { onlyFieldsOf, type WswRecord } from './wsw-record.js';

/** Indicated again in 2011, in work since 2006, seconded. */
const WORKS: WswRecord = {
  periode: '20132', verantwoordelijke: '00629', bsn: '990001003', geboortedatum: '19640512', gemeente_inschrijving: '0629',
  aanvraag_eerste_indicatie: '20050110', aanvraag_herindicatie: '20110301', indicatiebesluit: '20110601', afloop_indicatie: '20160531',
  besluit_doelgroep: '1', besluit_arbeidshandicap: '3', advies_werkvorm: '2',
  instroom_wachtlijst: '20050401', uitstroom_wachtlijst: '20060201', reden_uitstroom_wachtlijst: '01',
  begin_dienstbetrekking: '20060201', detachering: '2', uren_dienstbetrekking: '32', loon_dienstbetrekking: '100',
};
const LEFT: WswRecord = { ...WORKS, einde_dienstbetrekking: '20131130', reden_ontslag: '5', bestemming_uitstroom: '10' };
const CHANGED: WswRecord = { ...WORKS, einde_dienstbetrekking: '20131130', begin_begeleid_werken: '20131201', uren_begeleid_werken: '28', loon_begeleid_werken: '070' };
const NO_WORK: WswRecord = { begin_dienstbetrekking: '', detachering: '', uren_dienstbetrekking: '', loon_dienstbetrekking: '' };
const WAITS: WswRecord = { ...WORKS, ...NO_WORK, uitstroom_wachtlijst: '', reden_uitstroom_wachtlijst: '' };
const REFUSED: WswRecord = {
  periode: '20132', verantwoordelijke: '00629', bsn: '990001003', geboortedatum: '19640512', gemeente_inschrijving: '0629', aanvraag_eerste_indicatie: '20130501',
  indicatiebesluit: '20130801', besluit_doelgroep: '3',
};
const in2015 = (record: WswRecord): WswRecord => onlyFieldsOf(LAYOUT_2015, { ...record, periode: '20152', geslacht: '2', betalende_gemeente: '0629' });

const told = (layout: Layout, record: WswRecord): string[] => recordFaults(layout, record, { municipalities: new Set(['0629']) }).map(({ field, rule }) => `${field}: ${rule}`);

describe('a record of the Statistiek Wsw without a fault', () => {
  it.each([
    ['who works', WORKS], ['who left', LEFT], ['who changed work form', CHANGED], ['who waits', WAITS], ['whom UWV found outside the target group', REFUSED],
    ['of the old cohort, without dates of an indication', { ...WORKS, aanvraag_eerste_indicatie: '', aanvraag_herindicatie: '', indicatiebesluit: '', afloop_indicatie: '' }],
    ['who works after the validity ended', { ...WORKS, afloop_indicatie: '20130531' }],
    ['who is paid nothing for a time', { ...WORKS, loon_dienstbetrekking: '' }],
  ])('%s', (_who, record) => {
    expect(told(LAYOUT_2008, record)).toEqual([]);
  });

  it.each([
    ['who works', WORKS], ['who left', LEFT], ['who changed work form', CHANGED],
    ['who has no work and so no payer', { ...WORKS, ...NO_WORK }],
  ])('from 2015: %s', (_who, record) => {
    const payer = record.begin_dienstbetrekking === '' ? { betalende_gemeente: '' } : {};
    expect(told(LAYOUT_2015, { ...in2015(record), ...payer })).toEqual([]);
  });
});

describe('a field of the Statistiek Wsw', () => {
  it.each<[string, WswRecord, string]>([
    ['of letters', { uren_dienstbetrekking: '3x' }, 'uren_dienstbetrekking: not-digits'],
    ['that is too wide', { uren_dienstbetrekking: '032' }, 'uren_dienstbetrekking: too-long'],
    ['that the layout does not have', { geslacht: '1' }, 'geslacht: not-in-layout'],
    ['without the period', { periode: '' }, 'periode: empty'],
    ['with a third half-year', { periode: '20133' }, 'periode: not-a-half-year'],
    ['of a period of another layout', { periode: '20151' }, 'periode: other-layout'],
    ['without the responsible municipality', { verantwoordelijke: '00000' }, 'verantwoordelijke: empty'],
    ['without a BSN', { bsn: '' }, 'bsn: empty'],
    ['with a BSN that fails the eleven-test', { bsn: '990001004' }, 'bsn: bad-checksum'],
    ['without a birth date', { geboortedatum: '00000000' }, 'geboortedatum: empty'],
    ['with a birth date of which the day is not known', { geboortedatum: '19640500' }, 'geboortedatum: not-a-date'],
    ['with 29 February of a common year', { indicatiebesluit: '20110229' }, 'indicatiebesluit: not-a-date'],
    ['without a municipality of registration', { gemeente_inschrijving: '' }, 'gemeente_inschrijving: empty'],
    ['with an unknown municipality', { gemeente_inschrijving: '9999' }, 'gemeente_inschrijving: unknown-municipality'],
    ['with a code outside its list', { detachering: '4' }, 'detachering: unknown-code'],
    ['with too many hours', { uren_dienstbetrekking: '61' }, 'uren_dienstbetrekking: out-of-range'],
    ['with more than the whole wage', { loon_dienstbetrekking: '101' }, 'loon_dienstbetrekking: out-of-range'],
  ])('%s is refused', (_case, change, fault) => {
    expect(told(LAYOUT_2008, { ...WORKS, ...change })).toEqual([fault]);
  });

  it('in 2015 has a sex', () => {
    expect(told(LAYOUT_2015, { ...in2015(WORKS), geslacht: '' })).toEqual(['geslacht: empty']);
  });

  it('without a list of municipalities takes any code', () => {
    expect(recordFaults(LAYOUT_2008, { ...WORKS, gemeente_inschrijving: '0014' })).toEqual([]);
  });
});

describe('the fields of a record together', () => {
  it.each<[string, WswRecord, string]>([
    ['an end before its start', { ...LEFT, einde_dienstbetrekking: '20060131' }, 'einde_dienstbetrekking: end-before-start'],
    ['an indication that ends before it was decided', { ...WORKS, afloop_indicatie: '20110531' }, 'afloop_indicatie: end-before-start'],
    ['hours and an end without a start', { ...CHANGED, begin_dienstbetrekking: '' }, 'begin_dienstbetrekking: start-missing'],
    ['a validity without a decision', { ...WORKS, indicatiebesluit: '' }, 'indicatiebesluit: start-missing'],
    ['a day after the half-year', { ...LEFT, einde_dienstbetrekking: '20140101' }, 'einde_dienstbetrekking: after-period'],
    ['a day before the birth', { ...WORKS, aanvraag_eerste_indicatie: '19640511' }, 'aanvraag_eerste_indicatie: before-birth'],
    ['a decision without what was decided', { ...WORKS, besluit_doelgroep: '', besluit_arbeidshandicap: '', advies_werkvorm: '' }, 'besluit_doelgroep: decision-missing'],
    ['the target group without a category', { ...WORKS, besluit_arbeidshandicap: '' }, 'besluit_arbeidshandicap: category-missing'],
    ['a category outside the target group', { ...REFUSED, besluit_arbeidshandicap: '2' }, 'besluit_arbeidshandicap: category-outside-target-group'],
    ['an advice outside the target group', { ...REFUSED, advies_werkvorm: '1' }, 'advies_werkvorm: advice-outside-target-group'],
    ['a decision without advice', { ...WORKS, advies_werkvorm: '' }, 'advies_werkvorm: advice-missing'],
    ['a decision without validity', { ...WORKS, afloop_indicatie: '' }, 'afloop_indicatie: validity-missing'],
    ['category light after 2004', { ...WORKS, besluit_arbeidshandicap: '1' }, 'besluit_arbeidshandicap: light-since-2005'],
    ['a decision before the application', { ...WORKS, instroom_wachtlijst: '20110701', uitstroom_wachtlijst: '20110702', aanvraag_eerste_indicatie: '20110602', aanvraag_herindicatie: '' }, 'indicatiebesluit: decision-before-application'],
    ['a re-indication before the first', { ...WORKS, aanvraag_herindicatie: '20050109' }, 'aanvraag_herindicatie: reindication-before-first'],
    ['off the waiting list without a reason', { ...WORKS, reden_uitstroom_wachtlijst: '' }, 'reden_uitstroom_wachtlijst: waiting-reason-missing'],
    ['a reason to be off the waiting list without a date', { ...WORKS, uitstroom_wachtlijst: '' }, 'uitstroom_wachtlijst: waiting-reason-without-date'],
    ['on the waiting list before the application', { ...WORKS, instroom_wachtlijst: '20050109' }, 'instroom_wachtlijst: waiting-before-application'],
    ['waiting outside the target group', { ...WAITS, besluit_doelgroep: '2', besluit_arbeidshandicap: '', advies_werkvorm: '' }, 'besluit_doelgroep: waiting-without-indication'],
    ['waiting after the indication ended', { ...WAITS, afloop_indicatie: '20131230' }, 'afloop_indicatie: waiting-after-expiry'],
    ['waiting and working', { ...WORKS, uitstroom_wachtlijst: '', reden_uitstroom_wachtlijst: '' }, 'uitstroom_wachtlijst: waiting-and-working'],
    ['placed without work', { ...WORKS, ...NO_WORK }, 'reden_uitstroom_wachtlijst: placed-without-work'],
    ['died and working', { ...WORKS, reden_uitstroom_wachtlijst: '08' }, 'reden_uitstroom_wachtlijst: died-and-working'],
    ['a former work form that still runs', { ...CHANGED, einde_dienstbetrekking: '' }, 'einde_dienstbetrekking: former-form-open'],
    ['work forms that overlap', { ...CHANGED, einde_dienstbetrekking: '20131202' }, 'begin_begeleid_werken: forms-overlap'],
    ['work forms that begin together', { ...CHANGED, einde_dienstbetrekking: '', begin_dienstbetrekking: '20131201' }, 'begin_begeleid_werken: forms-at-once'],
    ['a contract without secondment code', { ...WORKS, detachering: '' }, 'detachering: secondment-missing'],
    ['a contract without hours', { ...WORKS, uren_dienstbetrekking: '' }, 'uren_dienstbetrekking: hours-missing'],
    ['supervised employment without hours', { ...CHANGED, uren_begeleid_werken: '00' }, 'uren_begeleid_werken: hours-missing'],
    ['an outflow without reason', { ...LEFT, reden_ontslag: '' }, 'reden_ontslag: outflow-incomplete'],
    ['an outflow without destination', { ...LEFT, bestemming_uitstroom: '' }, 'bestemming_uitstroom: outflow-incomplete'],
    ['a reason while working', { ...WORKS, reden_ontslag: '4' }, 'reden_ontslag: outflow-without-end'],
    ['a destination after a change of work form', { ...CHANGED, bestemming_uitstroom: '01' }, 'bestemming_uitstroom: outflow-without-end'],
    ['a death with another reason', { ...LEFT, bestemming_uitstroom: '09' }, 'reden_ontslag: death-has-its-reason'],
    ['outside the target group and yet a Wsw place', { ...LEFT, reden_ontslag: '3', bestemming_uitstroom: '02' }, 'bestemming_uitstroom: outside-target-group'],
    ['outside the target group and yet on the waiting list', { ...LEFT, reden_ontslag: '3', bestemming_uitstroom: '03' }, 'bestemming_uitstroom: outside-target-group'],
  ])('%s is refused', (_case, record, fault) => {
    expect(told(LAYOUT_2008, record)).toEqual([fault]);
  });

  it.each<[string, WswRecord, string[]]>([
    ['work without a payer', { betalende_gemeente: '' }, ['betalende_gemeente: payer-missing']],
    ['a first application after the Wsw was closed', { aanvraag_eerste_indicatie: '20150101', aanvraag_herindicatie: '', indicatiebesluit: '20150601' }, ['aanvraag_eerste_indicatie: first-application-after-closing']],
    ['outside the target group and no Wsw place: 03 is no waiting list any more', { einde_dienstbetrekking: '20151130', reden_ontslag: '3', bestemming_uitstroom: '03' }, []],
  ])('from 2015: %s', (_case, change, faults) => {
    expect(told(LAYOUT_2015, { ...in2015(WORKS), ...change })).toEqual(faults);
  });

  it('are all told at once, and never with a value', () => {
    const faults = recordFaults(LAYOUT_2008, { ...LEFT, bsn: '990001004', reden_ontslag: '', loon_dienstbetrekking: '199' });
    expect(faults.map(({ field }) => field)).toEqual(['bsn', 'loon_dienstbetrekking', 'reden_ontslag']);
    expect(JSON.stringify(faults)).not.toMatch(/990001004|199/);
  });

  it('are judged by rules that read the field they accuse, and say in Dutch what is wrong', () => {
    expect(RECORD_RULES.filter(({ reads, field }) => !reads.includes(field))).toEqual([]);
    expect(RECORD_RULES.filter(({ text }) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });
});
