import { describe, expect, it } from '@jest/globals';
import { notTreatedTerm, notTreatedTermOf } from './not-treated.js';

const INVITED = 'Awb art. 4:15 lid 1 onder a';

describe('leaving an application untreated (Awb 4:5 lid 4)', () => {
  it('is made known within four weeks after completion, rolled over Good Friday', () => {
    expect(notTreatedTerm('2014-03-21').lastDay).toBe('2014-04-22');
  });

  it('counts from the last invitation that has ended', () => {
    const suspensions = [{ until: '2014-02-03', legalGround: INVITED }, { until: '2014-01-10', legalGround: INVITED }, { until: '2014-02-20', legalGround: 'Awb art. 4:15 lid 2 onder a' }];
    expect(notTreatedTermOf(suspensions, '2014-03-03')?.lastDay).toBe('2014-03-03');
  });

  it('has not begun while the applicant may still complete, and never begins without an invitation', () => {
    expect(notTreatedTermOf([{ until: null, legalGround: INVITED }, { until: '2014-03-10', legalGround: INVITED }], '2014-03-03')).toBeNull();
    expect(notTreatedTermOf([], '2014-03-03')).toBeNull();
  });
});
