import { describe, expect, it } from '@jest/globals';
import { DeliveryChecks } from '#law/statistics/delivery-checks.js';
import { layoutOf } from '#law/statistics/layout-of.js';
import { Redelivery } from '#law/statistics/redelivery.js';
import { readRecord } from '#law/statistics/wsw-record.js';
import { Delivered } from '../testing/delivered.js';

const delivered = new Delivered();

describe('the statistics that Wassenaar delivers', () => {
  it.each([['sw-wassenaar/statistiek-wsw-20131.txt', 20131], ['sw-wassenaar/statistiek-wsw-20132.txt', 20132], ['later/sw-wassenaar/statistiek-wsw-20152.txt', 20152]])('%s have no fault by the rules of the annex', (path, halfYear) => {
    const checks = new DeliveryChecks(layoutOf(halfYear), halfYear, { responsible: '90629' });
    const faults = [...delivered.lines(path).flatMap((line, index) => checks.addLine(index + 1, line)), ...checks.end()];
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it('lose nobody between two half-years', () => {
    const [former, present] = [20131, 20132].map((halfYear) => delivered.lines(`sw-wassenaar/statistiek-wsw-${halfYear}.txt`).map((line) => readRecord(layoutOf(halfYear), line)));
    const redelivery = new Redelivery(layoutOf(20131), layoutOf(20132));
    former!.forEach((read, index) => 'record' in read && redelivery.former(index + 1, read.record));
    const faults = present!.flatMap((read, index) => ('record' in read ? redelivery.present(index + 1, read.record) : []));
    expect([...faults, ...redelivery.end()]).toEqual([]);
    expect(former!.length).toBeGreaterThan(100);
  });
});
