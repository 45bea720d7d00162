import { describe, expect, it } from '@jest/globals';
import { inForce, linesOn, municipalitiesOf } from './authority.js';

const rule = (role: string, principal: string, from = '2012-01-01', until: string | null = null) => ({ role, principal, actingBody: 'werk-en-inkomen', from, until });
const RULES = [
  rule('RESIDENCE_AUTHORITY', 'gm-1916'),
  rule('RESIDENCE_AUTHORITY', 'gm-0626', '2012-01-01', '2013-12-31'),
  rule('FORMAL_EMPLOYER', 'gm-0629'),
  rule('RESIDENCE_AUTHORITY', 'sw-leiden'),
];

describe('authority', () => {
  it('holds on its first and on its last day, and not outside them', () => {
    const lasting = [rule('RESIDENCE_AUTHORITY', 'gm-0626', '2012-01-01', '2013-12-31')];
    expect(['2011-12-31', '2012-01-01', '2013-12-31', '2014-01-01'].map((date) => inForce(lasting, date).length)).toEqual([0, 1, 1, 0]);
  });

  it('opens the municipalities whose college gave the mandate, while it lasts, and only in the role of residence', () => {
    expect(municipalitiesOf(inForce(RULES, '2013-06-01'), 'werk-en-inkomen')).toEqual(['0626', '1916']);
    expect(municipalitiesOf(inForce(RULES, '2014-03-03'), 'werk-en-inkomen')).toEqual(['1916']);
    expect(municipalitiesOf(inForce(RULES, '2014-03-03'), 'sw-leiden')).toEqual([]);
  });
});

it('lines that are kept are those of the date that is asked about, whichever was asked before', () => {
  for (const date of ['2013-06-01', '2014-03-03', '2014-03-03', '2013-06-01']) expect(linesOn(RULES, date)).toEqual(inForce(RULES, date));
  expect(municipalitiesOf(linesOn(RULES, '2013-06-01'), 'werk-en-inkomen')).toEqual(['0626', '1916']);
  expect(municipalitiesOf(linesOn(RULES, '2014-03-03'), 'werk-en-inkomen')).toEqual(['1916']);
});
