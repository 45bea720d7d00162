import { describe, expect, it } from '@jest/globals';
import { DeliveryChecks } from '#law/statistics/delivery-checks.js';
import { layoutOf } from '#law/statistics/layout-of.js';
import { Delivered } from '../testing/delivered.js';

const delivered = new Delivered();

describe('the statistics that Wassenaar delivers', () => {
  it.each([['sw-wassenaar/statistiek-wsw-20131.txt', 20131], ['sw-wassenaar/statistiek-wsw-20132.txt', 20132], ['later/sw-wassenaar/statistiek-wsw-20152.txt', 20152]])('%s have no fault by the rules of the annex', (path, halfYear) => {
    const checks = new DeliveryChecks(layoutOf(halfYear), halfYear, { responsible: '90629' });
    const faults = [...delivered.lines(path).flatMap((line, index) => checks.addLine(index + 1, line)), ...checks.end()];
    expect(faults.slice(0, 5)).toEqual([]);
  });
});
