import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clawbackNeutralUntil, corrected, monthlyAdvances, movesOf, residencyFee, residencyFrom, type Move } from './residency.js';

const move = (on: string, from = '0626', to = '1916'): Move => ({ on, from, to });
const sum = (amounts: readonly string[]): string => amounts.reduce((total, one) => total.plus(one), new Big(0)).toFixed(2);
const euros = fc.integer({ min: 0, max: 5_000_000 }).map((cents) => new Big(cents).div(100).toFixed(2));

describe('after a move the new municipality', () => {
  it.each([['2012-01-01', '2014-01-01'], ['2012-03-15', '2014-01-01'], ['2012-12-31', '2014-01-01'], ['2013-01-01', '2015-01-01']])(
    'pays from 1 January of the second calendar year: moved %s, pays from %s',
    (on, from) => expect(residencyFrom([move(on)])).toEqual({ from, payer: '1916' }),
  );

  it('pays nothing when nobody passed from one municipality to another', () => {
    expect(residencyFrom([])).toBeNull();
    expect(residencyFrom([move('2012-05-01', '0626', '0626')])).toBeNull();
  });

  it('leaves the minimum of the former one alone until the end of the year after the move', () => {
    expect(clawbackNeutralUntil('2012-03-15')).toBe('2013-12-31');
  });
});

describe('residences', () => {
  it('in a row are passages, oldest first, and one from a municipality to itself is none', () => {
    const residences = [{ from: '2012-05-01', municipality: '1916' }, { from: '2000-01-01', municipality: '0626' }, { from: '2013-01-01', municipality: '1916' }];
    expect(movesOf(residences)).toEqual([move('2012-05-01')]);
  });

  it('abroad pass nothing until the return, and then from the last Dutch municipality', () => {
    const away = [{ from: '2000-01-01', municipality: '0626' }, { from: '2010-01-01', municipality: null }];
    expect(movesOf(away)).toEqual([]);
    expect(movesOf([...away, { from: '2012-05-01', municipality: '1916' }])).toEqual([move('2012-05-01')]);
    expect(movesOf([...away, { from: '2012-05-01', municipality: '0626' }])).toEqual([]);
  });
});

describe('a second move', () => {
  it('is for a human, with both readings and both dates', () => {
    const answer = residencyFrom([move('2013-05-01', '1916', '0629'), move('2012-05-01')]);
    expect(answer).toEqual({ human: [expect.stringContaining('1916 betaalt vanaf 2014-01-01 aan 0626'), expect.stringContaining('0629, de huidige woongemeente, betaalt vanaf 2015-01-01')] });
  });

  it('back home is for a human too', () => {
    const answer = residencyFrom([move('2012-05-01'), move('2013-05-01', '1916', '0626')]);
    expect(answer).toEqual({ human: [expect.stringContaining('Letterlijk'), expect.stringContaining('weer in 0626')] });
  });
});

describe('a move from a municipality whose college does not employ', () => {
  it('is for a human, because the text names the employment with the college that is left', () => {
    expect(residencyFrom([move('2012-05-01')], '0546')).toEqual({ human: [expect.stringContaining('noemt een dienstbetrekking met het college van 0626'), expect.stringContaining('1916, de nieuwe woongemeente, betaalt vanaf 2014-01-01 aan 0546')] });
    expect(residencyFrom([move('2012-05-01')], '1916')).toEqual({ human: [expect.stringContaining('Letterlijk'), expect.stringContaining('wat 0626 betaalde vervalt per 2014-01-01')] });
    expect(residencyFrom([move('2012-05-01')], '0626')).toEqual({ from: '2014-01-01', payer: '1916' });
  });
});

describe('the fee after a move', () => {
  it('is the grant per minimum labour year of the new municipality, times the hundredths of the person', () => {
    expect(residencyFee('2600000', '100', '0.97')).toBe('25220.00');
    expect(residencyFee('2600000', '101.37', '0.97')).toBe('24879.16');
  });

  it('cannot be told without minimum labour years', () => {
    expect(() => residencyFee('2600000', '0', '1.00')).toThrow(RangeError);
  });
});

describe('the advances', () => {
  it('are a twelfth each month, and the last month corrects the cents', () => {
    expect(monthlyAdvances('25220')).toEqual([...Array.from({ length: 11 }, () => '2101.67'), '2101.63']);
  });

  it('are the fee exactly, and never negative', () => {
    fc.assert(fc.property(euros, (fee) => {
      const advances = monthlyAdvances(fee);
      expect(advances).toHaveLength(12);
      expect(sum(advances)).toBe(fee);
      expect(advances.every((one) => new Big(one).gte(0))).toBe(true);
    }));
  });

  it('and the corrections for a changed expectation are the new fee exactly', () => {
    fc.assert(fc.property(euros, euros, fc.integer({ min: 0, max: 12 }), (fee, changed, months) => {
      const paid = monthlyAdvances(fee).slice(0, months);
      const rest = corrected(paid, changed);
      expect(rest).toHaveLength(Math.max(1, 12 - months));
      expect(sum([...paid, ...rest])).toBe(changed);
      expect(rest.slice(0, -1).every((one) => new Big(one).gte(0))).toBe(true);
    }));
  });

  it('give back in the last amount what was paid too much', () => {
    expect(corrected(monthlyAdvances('12000').slice(0, 10), '9000')).toEqual(['0.00', '-1000.00']);
    expect(corrected(monthlyAdvances('12000'), '12100')).toEqual(['100.00']);
  });
});
