import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { trajectoryRecord } from './assemble.js';
import { OUTFLOWS, PERIOD_KINDS, SOLUTIONS, keysOf } from './codes.js';
import { trajectory } from './testing/sample-trajectory.js';
import { validateTrajectory } from './validate.js';

describe('the record of a trajectory', () => {
  it('says for which municipality it runs, who it is about and when it was', () => {
    expect(trajectoryRecord(trajectory())).toMatchObject({
      gemeentecode: 'GM1916',
      startdatum: '2012-11-05',
      einddatum: '2013-11-29',
      client: [{ Burgerservicenummer: '111222333', Geboortedatum: '1970-01-01', Geslachtsaanduiding: 'Onbekend' }],
      aanmelding: { crisisinterventie: true },
      intake: { beschikkingsdatum: '2012-12-10', beschikkingssoort: 'Toelatingsbeschikking' },
      uitstroom: { datum: '2013-11-29', reden: 'Afgerond' },
    });
  });

  it('has whole euros, half up', () => {
    const record = trajectoryRecord(trajectory());
    expect(record).toMatchObject({ totaalSchuldbedragBijAanvangSchuld: 15001, oplossing: { vtlb: 1203 }, schulden: [{ bedrag: 14000 }, { bedrag: 1001 }] });
  });

  it('says of a creditor who is a person nothing but that', () => {
    const { schulden } = trajectoryRecord(trajectory()) as { schulden: { schuldeiser: object }[] };
    expect(schulden[1]?.schuldeiser).toEqual({ privepersoon: true });
    expect(schulden[0]?.schuldeiser).toEqual({ naam: 'Waterschap Verzonnen', KVKnummer: '99000200', privepersoon: false });
  });

  it('leaves out what is not known and never writes null', () => {
    const bare = trajectory({ periods: [], decidedOn: null, decision: null, planOn: null, settlementFiledOn: null, settlementGrantedOn: null, forcedSettlement: null, forcedSettlementAskedOn: null, solution: null, freeAmount: null, until: null, outflowOn: null, outflowReason: null, totalDebt: null, debts: [] });
    expect(Object.keys(trajectoryRecord(bare))).toEqual(['gemeentecode', 'startdatum', 'client', 'aanmelding']);
    expect(JSON.stringify(trajectoryRecord(bare))).not.toContain('null');
  });

  it('keeps the number of the source for the source', () => {
    expect(JSON.stringify(trajectoryRecord(trajectory()))).not.toContain('800001');
  });

  it('is what the model allows, whatever the source knows', () => {
    const day = fc.integer({ min: 0, max: 27 }).map((days) => `2013-01-${String(days + 1).padStart(2, '0')}`);
    const period = fc.record({ kind: fc.constantFrom(...PERIOD_KINDS), from: fc.option(day), until: fc.constant(null), askedOn: fc.option(day), approvedOn: fc.option(day) });
    const amount = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2));
    const known = fc.record({ totalDebt: fc.option(amount), freeAmount: fc.option(amount), solution: fc.option(fc.constantFrom(...keysOf(SOLUTIONS))), outflowReason: fc.option(fc.constantFrom(...keysOf(OUTFLOWS))), periods: fc.array(period, { maxLength: 8 }) });
    fc.assert(
      fc.property(known, (change) => {
        const faults = validateTrajectory(trajectoryRecord(trajectory(change)), 't').filter(({ rule }) => rule !== 'volgorde-fasen');
        expect(faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
