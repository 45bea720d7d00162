import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jointShift, lastDayForShift, shiftCandidates, type Expectation, type ShiftRequest } from './joint-shift.js';

const request: ShiftRequest = {
  year: 2014, requestedOn: '2014-08-31', labourYears: '2.5', giver: { municipality: '0626', minimum: '48.20' }, taker: { municipality: '1916', minimum: '180' },
};
const hundredths = fc.integer({ min: 0, max: 50_000 }).map((cents) => new Big(cents).div(100).toFixed(2));
const expectations = fc.uniqueArray(fc.tuple(fc.integer({ min: 1000, max: 1999 }), hundredths, hundredths), { selector: ([code]) => code, maxLength: 30 })
  .map((all): Expectation[] => all.map(([code, minimum, expected]) => ({ municipality: String(code), minimum, expected })));

describe('a joint shift of minimum labour years', () => {
  it('takes from one what it gives to the other', () => {
    expect(jointShift(request)).toEqual({ giver: { municipality: '0626', minimum: '45.7' }, taker: { municipality: '1916', minimum: '182.5' } });
  });

  it('is asked before 1 September of the year', () => {
    expect(lastDayForShift(2014)).toBe('2014-08-31');
    expect(jointShift({ ...request, requestedOn: '2014-09-01' })).toEqual({ refused: ['TOO_LATE'] });
  });

  it('is refused with all reasons at once', () => {
    expect(jointShift({ ...request, labourYears: '-0.001', requestedOn: '2015-01-01', taker: request.giver }))
      .toEqual({ refused: ['TOO_LATE', 'SAME_MUNICIPALITY', 'NOTHING_TO_SHIFT', 'NOT_IN_HUNDREDTHS'] });
    expect(jointShift({ ...request, labourYears: '48.21' })).toEqual({ refused: ['MORE_THAN_THE_GIVER_HAS'] });
  });

  it('may take all that the giver has', () => {
    expect(jointShift({ ...request, labourYears: '48.20' })).toMatchObject({ giver: { minimum: '0' }, taker: { minimum: '228.2' } });
  });

  it('conserves the sum, and leaves nobody below nothing', () => {
    fc.assert(fc.property(hundredths, hundredths, hundredths, (giver, taker, labourYears) => {
      const answer = jointShift({ ...request, giver: { municipality: '0626', minimum: giver }, taker: { municipality: '1916', minimum: taker }, labourYears });
      if ('refused' in answer) return expect(new Big(labourYears).eq(0) || new Big(labourYears).gt(giver)).toBe(true);
      expect(new Big(answer.giver.minimum).plus(answer.taker.minimum).eq(new Big(giver).plus(taker))).toBe(true);
      expect(new Big(answer.giver.minimum).gte(0)).toBe(true);
    }));
  });
});

describe('who might shift', () => {
  it('are those who fall short, with those who have more, the largest first', () => {
    expect(shiftCandidates([
      { municipality: '0626', minimum: '50', expected: '47' }, { municipality: '1916', minimum: '180', expected: '182' },
      { municipality: '0629', minimum: '40', expected: '42.5' }, { municipality: '0546', minimum: '100', expected: '100' },
    ])).toEqual([{ giver: '0626', taker: '0629', labourYears: '2.5' }, { giver: '0626', taker: '1916', labourYears: '0.5' }]);
  });

  it('shift together exactly what shortage and surplus have in common', () => {
    fc.assert(fc.property(expectations, (all) => {
      const total = (sign: 1 | -1): Big => all.map(({ minimum, expected }) => new Big(expected).minus(minimum).times(sign)).filter((one) => one.gt(0)).reduce((sum, one) => sum.plus(one), new Big(0));
      const [over, short] = [total(1), total(-1)];
      const shifted = shiftCandidates(all).reduce((sum, one) => sum.plus(one.labourYears), new Big(0));
      expect(shifted.eq(over.lt(short) ? over : short)).toBe(true);
    }));
  });
});
