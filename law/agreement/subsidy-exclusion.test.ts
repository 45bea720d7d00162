import { expect, it } from '@jest/globals';
import { subsidyFault, type WorkFormUnderLaw } from './subsidy-exclusion.js';

const WSW: readonly WorkFormUnderLaw[] = ['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'SUPERVISED_EMPLOYMENT'];

it.each(WSW)('there is no wage-cost subsidy for %s, which is work by the Wsw', (workForm) => {
  expect(subsidyFault('WAGE_COST', workForm, '2015-02-01')).toBe('NOT_FOR_WSW_WORK');
  expect(subsidyFault(null, workForm, '2015-02-01')).toBeNull();
});

it('there is one for new sheltered work, from 2015', () => {
  expect(subsidyFault('WAGE_COST', 'NEW_SHELTERED', '2014-12-31')).toBe('BEFORE_PARTICIPATION_ACT');
  expect(subsidyFault('WAGE_COST', 'NEW_SHELTERED', '2015-01-01')).toBeNull();
});

it('the subsidy of Wsw art. 7 is for supervised employment alone', () => {
  for (const workForm of [...WSW, 'NEW_SHELTERED'] as const) {
    expect(subsidyFault('WSW_ARTICLE_7', workForm, '2014-04-01')).toBe(workForm === 'SUPERVISED_EMPLOYMENT' ? null : 'ARTICLE_7_IS_FOR_SUPERVISED_EMPLOYMENT');
  }
});
