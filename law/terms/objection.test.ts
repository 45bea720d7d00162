import { describe, expect, it } from '@jest/globals';
import { objectionTerm } from './objection.js';

describe('the term to object (Awb 6:7, 6:8)', () => {
  it('is six weeks from the day after the decision was made known', () => {
    expect(objectionTerm('2014-03-03')).toMatchObject({ firstDay: '2014-03-04', lastDay: '2014-04-14', moved: [] });
  });

  it('rolls over Easter', () => {
    expect(objectionTerm('2014-03-07')).toMatchObject({ rawLastDay: '2014-04-18', lastDay: '2014-04-22' });
  });
});
