import { describe, expect, it } from '@jest/globals';
import { DeliveryChecks, type DeliveryFacts } from './delivery-checks.js';
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import type { Layout } from './wsw-field.js';
import { writeRecord, type WswRecord } from './wsw-record.js';

const PERSON: WswRecord = {
  periode: '20132', verantwoordelijke: '00629', bsn: '990001003', geboortedatum: '19640512', gemeente_inschrijving: '0629', besluit_doelgroep: '1', besluit_arbeidshandicap: '2', advies_werkvorm: '2',
};
const OTHER: WswRecord = { ...PERSON, bsn: '990001180' };
const work = (begin: string, end = ''): WswRecord => ({ begin_dienstbetrekking: begin, detachering: '1', uren_dienstbetrekking: '36', einde_dienstbetrekking: end });
const left = (destination: string): WswRecord => ({ reden_ontslag: '5', bestemming_uitstroom: destination });
const WAITING: WswRecord = { instroom_wachtlijst: '20131001' };
const CLOSED: WswRecord = { ...PERSON, ...work('20060201', '20130930'), ...left('03') };
const in2015 = (record: WswRecord): WswRecord => ({ ...record, periode: '20132'.replace('2013', '2015'), geslacht: '1', betalende_gemeente: '0629' });

function told(records: readonly WswRecord[], layout: Layout = LAYOUT_2008, facts: DeliveryFacts = {}): string[] {
  const checks = new DeliveryChecks(layout, layout === LAYOUT_2008 ? 20132 : 20152, facts);
  const faults = [...records.flatMap((record, index) => checks.add(index + 1, record)), ...checks.end()];
  return faults.map(({ record, field, rule }) => `${record} ${field}: ${rule}`);
}

describe('a delivery of the Statistiek Wsw', () => {
  it('is of one half-year', () => {
    expect(told([{ ...PERSON, ...work('20060201'), periode: '20131' }])).toEqual(['1 periode: other-half-year']);
  });

  it('is of one responsible municipality, where that is known', () => {
    expect(told([{ ...PERSON, ...work('20060201') }], LAYOUT_2008, { responsible: '0629' })).toEqual([]);
    expect(told([{ ...PERSON, ...work('20060201') }], LAYOUT_2008, { responsible: '01916' })).toEqual(['1 verantwoordelijke: other-responsible']);
  });

  it('has at most one open record of a person', () => {
    expect(told([{ ...PERSON, ...work('20060201') }, { ...OTHER, ...work('20060201') }, { ...PERSON, ...work('20070201') }])).toEqual(['3 record: two-open-records']);
  });

  it('has no record twice', () => {
    expect(told([{ ...PERSON, ...work('20060201') }, { ...PERSON, ...work('20060201') }])).toEqual(['2 record: duplicate']);
  });

  it('has one birth date, and one sex, for a person', () => {
    expect(told([CLOSED, { ...PERSON, ...WAITING, geboortedatum: '19640521' }])).toEqual(['2 geboortedatum: person-differs']);
    const since2015 = [in2015(CLOSED), { ...in2015(PERSON), betalende_gemeente: '', geslacht: '2' }];
    expect(told(since2015, LAYOUT_2015)).toEqual(['2 geslacht: person-differs']);
  });

  it('closes the record of who leaves and waits, and has a new one for the waiting', () => {
    expect(told([CLOSED, { ...PERSON, ...WAITING }])).toEqual([]);
    expect(told([CLOSED])).toEqual(['1 bestemming_uitstroom: successor-missing']);
    expect(told([{ ...PERSON, ...work('20060201', '20130930'), ...left('10') }, { ...PERSON, ...WAITING }])).toEqual(['1 bestemming_uitstroom: destination-of-waiting']);
  });

  it('from 2015 destination 03 is no Wsw place: a record for who waits may be there and need not', () => {
    expect(told([in2015(CLOSED)], LAYOUT_2015)).toEqual([]);
    expect(told([in2015(CLOSED), { ...in2015(PERSON), betalende_gemeente: '' }], LAYOUT_2015)).toEqual([]);
  });

  it('has a new record for who comes back from regular work, with work or waiting', () => {
    const out = { ...PERSON, ...work('20060201', '20130831'), ...left('01') };
    expect(told([out, { ...PERSON, ...work('20131101') }])).toEqual([]);
    expect(told([out, { ...PERSON, ...WAITING }])).toEqual([]);
  });

  it('has stays that follow each other', () => {
    expect(told([CLOSED, { ...PERSON, ...work('20130801') }])).toEqual(['2 begin_dienstbetrekking: stays-overlap']);
  });

  it('closes the record of who left the waiting list and comes back on it', () => {
    const off = { ...PERSON, instroom_wachtlijst: '20100301', uitstroom_wachtlijst: '20120501', reden_uitstroom_wachtlijst: '09' };
    expect(told([off, { ...PERSON, ...WAITING }])).toEqual([]);
  });

  it('does not judge a person as a whole of whom a record cannot be read', () => {
    expect(told([CLOSED, { ...PERSON, instroom_wachtlijst: '20131032' }])).toEqual(['2 instroom_wachtlijst: not-a-date']);
  });

  it('is also taken line by line, and a line that is no record says so', () => {
    const checks = new DeliveryChecks(LAYOUT_2008, 20132);
    expect(checks.addLine(1, writeRecord(LAYOUT_2008, { ...PERSON, ...work('20060201') }))).toEqual([]);
    expect(checks.addLine(2, '20132')).toMatchObject([{ record: 2, field: 'record', rule: 'too-short' }]);
    expect(checks.end()).toEqual([]);
  });
});
