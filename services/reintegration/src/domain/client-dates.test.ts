import { describe, expect, it } from '@jest/globals';
import { impossibleDate, wrongDecidedOn, wrongInformedOn, wrongRecordDate } from './client-dates.js';
import { agreementAfter, ON, WAY_TO } from './testing/sample-agreement.js';

describe('a date of a client', () => {
  it('lies between the beginning of the Wsw and fifty years ahead', () => {
    expect(impossibleDate(['2007-12-31'], ON)).toContain('1 januari 2008');
    expect(impossibleDate([null, '2064-03-04'], ON)).not.toBeNull();
    expect(impossibleDate(['2008-01-01', null, '2064-03-03'], ON)).toBeNull();
  });

  it('of what happened lies at most a year back and not ahead', () => {
    expect(wrongRecordDate('2013-03-02', ON)).not.toBeNull();
    expect(wrongRecordDate('2014-03-04', ON)).not.toBeNull();
    expect([wrongRecordDate('2013-03-03', ON), wrongRecordDate(ON, ON)]).toEqual([null, null]);
  });
});

describe('the day on which the worker was informed', () => {
  const agreed = agreementAfter(...WAY_TO.AGREED);
  const last = { ...agreed, acceptances: agreed.acceptances.map((one, index) => (index === 0 ? { ...one, at: '2014-03-05T23:30:00.000Z' } : one)) };

  it('is not before the last party accepted, by the Dutch calendar', () => {
    expect(wrongInformedOn(agreed, '2014-03-02', '2014-03-10')).not.toBeNull();
    expect(wrongInformedOn(last, '2014-03-05', '2014-03-10')).toContain('6 maart 2014');
    expect(wrongInformedOn(last, '2014-03-06', '2014-03-10')).toBeNull();
  });

  it('is not still to come', () => {
    expect(wrongInformedOn(agreed, '2014-03-04', ON)).not.toBeNull();
    expect(wrongInformedOn(agreed, ON, ON)).toBeNull();
  });
});

describe('the day on which the worker answered', () => {
  const informed = agreementAfter(...WAY_TO.AGREED, { type: 'WORKER_INFORMED', informedOn: '2014-03-05', channel: 'LETTER', recordedBy: 'werk-en-inkomen' });
  const on = '2014-03-10';

  it('with yes is not before he was informed', () => {
    expect(wrongDecidedOn(informed, { decision: 'AGREED', decidedOn: '2014-03-04' }, on)).not.toBeNull();
    expect(wrongDecidedOn(informed, { decision: 'AGREED', decidedOn: '2014-03-05' }, on)).toBeNull();
  });

  it('with no is not before the terms were proposed', () => {
    expect(wrongDecidedOn(informed, { decision: 'DECLINED', decidedOn: '2014-03-02' }, on)).not.toBeNull();
    expect(wrongDecidedOn(informed, { decision: 'DECLINED', decidedOn: '2014-03-03' }, on)).toBeNull();
  });

  it('is not still to come', () => {
    expect(wrongDecidedOn(informed, { decision: 'AGREED', decidedOn: '2014-03-11' }, on)).not.toBeNull();
    expect(wrongDecidedOn(informed, { decision: 'AGREED', decidedOn: on }, on)).toBeNull();
  });
});
