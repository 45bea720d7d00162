import { describe, expect, it } from '@jest/globals';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { LAYOUT_2015 } from '#law/statistics/layout-2015.js';
import type { Layout } from '#law/statistics/wsw-field.js';
import type { ImportFacts, ParsedLine } from '#shell/import/format.js';
import type { StatisticsRecord } from '../domain/statistics-record.js';
import { parseFixedWidth } from './fixed-width.js';

const facts: ImportFacts = {
  pseudonym: (number) => `pseudonym of ${number.length} digits`,
  municipalities: new Set(['0629', '0537']),
  adaptations: new Set(),
  bodies: new Set(),
};

/** One text per field, in the order of the record. */
const RECORD_2008 = [
  '20132', '90629', '990001003', '19640512', '0537', '311', '204', '000', '20050110', '20110301', '20110601', '20160531', '1', '3', '2',
  '20050401', '20060201', '01', '20060201', '2', '20131130', '32', '100', '20131201', '00000000', '28', '070', '0', '00',
];
const RECORD_2015 = [
  '20152', '90629', '0629', '990001003', '19640512', '2', '0537', '311', '204', '000', '20050110', '20110301', '20110601', '20160531', '1', '3', '2',
  '20060201', '3', '20151130', '32', '100', '00000000', '00000000', '00', '000', '7', '08',
];

const parse = (layout: Layout, period: number, line: string): ParsedLine<StatisticsRecord> => parseFixedWidth(`${line}\n`, layout, period, facts)[0]!;
const faultsOf = (parsed: ParsedLine<StatisticsRecord>): string[] => ('faults' in parsed ? parsed.faults.map((fault) => `${fault.field}: ${fault.valueClass}`) : []);

/** The 2008 record with one field replaced. */
const with2008 = (number: number, value: string): string => RECORD_2008.map((given, index) => (index === number - 1 ? value : given)).join('');

describe('the layouts of the Statistiek Wsw', () => {
  it.each([[LAYOUT_2008, 29, 139], [LAYOUT_2015, 28, 126]] as const)('have the official number of fields and positions', (layout, fields, positions) => {
    expect(layout.fields.map((field) => field.number)).toEqual(Array.from({ length: fields }, (_, index) => index + 1));
    expect(layout.fields.reduce((sum, field) => sum + field.width, 0)).toBe(positions);
    expect(layout.positions).toBe(positions);
  });

  it('2008: every field is read from its own positions', () => {
    expect(RECORD_2008.map((value) => value.length)).toEqual(LAYOUT_2008.fields.map((field) => field.width));
    expect(parse(LAYOUT_2008, 20132, RECORD_2008.join(''))).toEqual({
      line: 1,
      record: {
        halfYear: 20132,
        person: 'pseudonym of 9 digits',
        fields: {
          verantwoordelijke: '90629', geboortedatum: '1964-05-12', gemeente_inschrijving: '0537', aanvraag_eerste_indicatie: '2005-01-10',
          aanvraag_herindicatie: '2011-03-01', indicatiebesluit: '2011-06-01', afloop_indicatie: '2016-05-31', besluit_doelgroep: 1, besluit_arbeidshandicap: 3,
          advies_werkvorm: 2, instroom_wachtlijst: '2005-04-01', uitstroom_wachtlijst: '2006-02-01', reden_uitstroom_wachtlijst: 1,
          begin_dienstbetrekking: '2006-02-01', detachering: 2, einde_dienstbetrekking: '2013-11-30', uren_dienstbetrekking: 32, loon_dienstbetrekking: 100,
          begin_begeleid_werken: '2013-12-01', einde_begeleid_werken: null, uren_begeleid_werken: 28, loon_begeleid_werken: 70, reden_ontslag: null, bestemming_uitstroom: null,
        },
      },
    });
  });

  it('2015: every field is read from its own positions, with a paying municipality and without a waiting list', () => {
    expect(RECORD_2015.map((value) => value.length)).toEqual(LAYOUT_2015.fields.map((field) => field.width));
    expect(parse(LAYOUT_2015, 20152, RECORD_2015.join(''))).toEqual({
      line: 1,
      record: {
        halfYear: 20152,
        person: 'pseudonym of 9 digits',
        fields: {
          verantwoordelijke: '90629', betalende_gemeente: '0629', geboortedatum: '1964-05-12', gemeente_inschrijving: '0537', aanvraag_eerste_indicatie: '2005-01-10',
          aanvraag_herindicatie: '2011-03-01', indicatiebesluit: '2011-06-01', afloop_indicatie: '2016-05-31', besluit_doelgroep: 1, besluit_arbeidshandicap: 3,
          advies_werkvorm: 2, begin_dienstbetrekking: '2006-02-01', detachering: 3, einde_dienstbetrekking: '2015-11-30', uren_dienstbetrekking: 32,
          loon_dienstbetrekking: 100, begin_begeleid_werken: null, einde_begeleid_werken: null, uren_begeleid_werken: null, loon_begeleid_werken: null,
          reden_ontslag: 7, bestemming_uitstroom: 8,
        },
      },
    });
  });

  it('handicap codes, sex and the BSN are nowhere in what is read', () => {
    const read = JSON.stringify([parse(LAYOUT_2008, 20132, RECORD_2008.join('')), parse(LAYOUT_2015, 20152, RECORD_2015.join(''))]);
    expect(read).not.toMatch(/handicapcode|geslacht|311|204|990001003/);
  });
});

describe('a record that is refused', () => {
  it.each([
    ['a record that is too short', RECORD_2008.join('').slice(1), 'record: too-short'],
    ['a record that is too long', `${RECORD_2008.join('')}0`, 'record: too-long'],
    ['a letter where a digit belongs', with2008(22, '3x'), '22 uren_dienstbetrekking: not-a-number'],
    ['a handicap code that is no three digits', with2008(6, '3 1'), '6 handicapcode_1: not-a-number'],
    ['a BSN that fails the eleven-test', with2008(3, '990001004'), '3 bsn: bad-checksum'],
    ['a municipality that nobody knows', with2008(5, '9999'), '5 gemeente_inschrijving: unknown-code'],
    ['a day that does not exist', with2008(11, '20110231'), '11 indicatiebesluit: not-a-date'],
    ['a birth date of zeros', with2008(4, '00000000'), '4 geboortedatum: empty'],
    ['a code outside its list', with2008(13, '4'), '13 besluit_doelgroep: unknown-code'],
    ['a reason for leaving the waiting list outside its list', with2008(18, '11'), '18 reden_uitstroom_wachtlijst: unknown-code'],
    ['more hours than a week may hold', with2008(22, '61'), '22 uren_dienstbetrekking: out-of-range'],
    ['more than the whole wage', with2008(23, '101'), '23 loon_dienstbetrekking: out-of-range'],
    ['a half-year that is no half-year', with2008(1, '20133'), '1 periode: unknown-code'],
    ['another period than the file name says', with2008(1, '20131'), '1 periode: out-of-range'],
    ['an indication that ends before it starts', with2008(12, '20110531'), 'afloop_indicatie: end-before-start'],
    ['an employment that ends before it starts', with2008(21, '20060131'), 'einde_dienstbetrekking: end-before-start'],
    ['an end without a start', with2008(19, '00000000'), 'begin_dienstbetrekking: empty'],
  ])('%s', (_case, line, fault) => {
    expect(faultsOf(parse(LAYOUT_2008, 20132, line))).toEqual([fault]);
  });

  it('sex is checked although it is not kept', () => {
    const line = RECORD_2015.map((value, index) => (index === 5 ? '0' : value)).join('');
    expect(faultsOf(parse(LAYOUT_2015, 20152, line))).toEqual(['6 geslacht: unknown-code']);
  });

  it('from 2015 work has a municipality that pays, and who has no work has none', () => {
    const with2015 = (from: number, until: number, value: string): string[] => RECORD_2015.map((given, index) => (index >= from - 1 && index < until ? value.repeat(given.length) : index === 2 ? '0000' : given));
    expect(faultsOf(parse(LAYOUT_2015, 20152, with2015(27, 26, '0').join('')))).toEqual(['betalende_gemeente: empty']);
    expect(faultsOf(parse(LAYOUT_2015, 20152, with2015(18, 28, '0').join('')))).toEqual([]);
  });

  it('all faults of a record are told at once, with its line and never its values', () => {
    const wrong = RECORD_2008.map((value, index) => (index === 2 ? '990001004' : index === 4 ? '9999' : value)).join('');
    const [good, bad] = parseFixedWidth(`${RECORD_2008.join('')}\n${wrong}\n`, LAYOUT_2008, 20132, facts);
    expect(good).toHaveProperty('record');
    expect(bad?.line).toBe(2);
    expect(faultsOf(bad!)).toEqual(['3 bsn: bad-checksum', '5 gemeente_inschrijving: unknown-code']);
    expect(JSON.stringify(bad)).not.toMatch(/990001004|9999/);
  });
});
