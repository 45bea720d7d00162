import { describe, expect, it } from '@jest/globals';
import { SRG } from '#law/srg/srg-table.js';
import { valueFaults } from '#law/value-tables/value-faults.js';
import type { Trajectory } from '../directory-ports.js';
import { provisionType } from './provision-types.js';
import { srgMonth, srgRecord, unknownOf } from './records.js';

const MONTH = srgMonth('201402', '1916');
const PERSON = { bsn: '990001003', birthDate: '1964-05-12' };
const trajectory = (change: Partial<Trajectory> = {}): Trajectory => ({
  number: '700001', person: 'p', municipality: '1916', instrument: 'Jobcoaching', programme: null, from: '2013-11-04', until: null, outcome: null, providerName: null, providerKind: null, asOf: '2014-03-03T00:00:00.000Z', ...change,
});

describe('the record of a provision', () => {
  it('is what the table allows', () => {
    expect(srgRecord(trajectory(), PERSON, MONTH)).toMatchObject({ statistiekjaar: '2014', statistiekmaand: '02', statistiekcode: '10', type_voorziening: '06', begin_voorziening: '20131104', einde_voorziening: '' });
    expect(valueFaults(SRG, srgRecord(trajectory(), PERSON, MONTH))).toEqual([]);
  });

  it('ends on the last day of the month at the latest: what came later is of a later month', () => {
    expect(srgRecord(trajectory({ until: '2014-02-28', outcome: 'STOPPED_EARLY' }), PERSON, MONTH)).toMatchObject({ einde_voorziening: '20140228', reden_einde: '2' });
    expect(srgRecord(trajectory({ until: '2014-03-01', outcome: 'STOPPED_EARLY' }), PERSON, MONTH)).toMatchObject({ einde_voorziening: '', reden_einde: '' });
  });

  it('has no type for an instrument that nobody decided about, and says so', () => {
    const unknown = trajectory({ instrument: 'Zomerkamp', until: '2014-02-01', outcome: 'ONBEKEND' });
    expect(srgRecord(unknown, PERSON, MONTH)).toMatchObject({ type_voorziening: '', reden_einde: '' });
    expect(unknownOf(unknown, MONTH).map(({ rule }) => rule)).toEqual(['type-unknown', 'reason-unknown']);
    expect(unknownOf(trajectory(), MONTH)).toEqual([]);
  });
});

describe('the type of an instrument', () => {
  it.each([['Tijdelijke loonkostensubsidie', '01'], ['Participatieplaats', '03'], ['Nieuw beschut werk', '05'], [' jobcoaching ', '06'], ['Taaltraining', '99'], ['constructor', null]])('%s is %s', (instrument, type) => {
    expect(provisionType(instrument)).toBe(type);
  });
});

describe('a month', () => {
  it('has its own last day', () => {
    expect([srgMonth('201202', '1916').lastDay, srgMonth('201402', '1916').lastDay, srgMonth('201312', '1916').firstDay]).toEqual(['2012-02-29', '2014-02-28', '2013-12-01']);
  });
});
