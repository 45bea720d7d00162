import { expect, it } from '@jest/globals';
import { disputeInWay } from './labour-dispute.js';

const strike = { hirer: 'kvk:99000001', from: '2014-04-10', until: '2014-04-14' };
const period = (from: string, until: string | null) => ({ from, until });

it('nobody is supplied where people strike', () => {
  expect(disputeInWay([strike], 'kvk:99000001', period('2014-04-14', null))).toBe(strike);
  expect(disputeInWay([strike], 'kvk:99000001', period('2014-03-01', '2014-04-10'))).toBe(strike);
});

it('before and after the strike, and at other hirers, supply is free', () => {
  expect(disputeInWay([strike], 'kvk:99000001', period('2014-04-15', null))).toBeNull();
  expect(disputeInWay([strike], 'kvk:99000001', period('2014-03-01', '2014-04-09'))).toBeNull();
  expect(disputeInWay([strike], 'kvk:99000002', period('2014-04-10', null))).toBeNull();
  expect(disputeInWay([strike], null, period('2014-04-10', null))).toBeNull();
});

it('a strike without a known end stands in the way of all later work', () => {
  const open = { ...strike, until: null };
  expect(disputeInWay([open], strike.hirer, period('2020-01-01', '2020-02-01'))).toBe(open);
});
