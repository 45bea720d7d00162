// The conformance kit: what any company must do behind the common contract, whatever its inner model. A company's own test
// calls companyConformance() with the files it would deliver; the rules then run on a real database of its own.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyBench } from './bench.js';
import { carryingOutRules } from './carrying-out.js';
import { epochRules } from './epochs.js';
import { holdingRules } from './holding.js';
import { leaseRules } from './leases.js';
import { loggingRules } from './logging.js';
import { positionRules } from './positions.js';
import { readingRules } from './reading.js';
import { signingRules } from './signing.js';
import { statisticsRules } from './statistics.js';
import type { CompanySubject } from './subject.js';
import { succeedingRules } from './succeeding.js';
import { suspendingRules } from './suspending.js';
import { visibilityRules } from './visibility.js';

export function companyConformance(subject: CompanySubject): void {
  let opened: CompanyBench | null = null;
  const bench = (): CompanyBench => {
    if (opened === null) throw new Error('the bench is not open');
    return opened;
  };

  beforeAll(async () => {
    opened = await CompanyBench.open(subject);
  });
  afterAll(async () => {
    await opened?.close();
  });

  describe(`sw-${subject.code} behind the common contract`, () => {
    it('imports what it delivers without a refusal', async () => {
      const results = await bench().importAll();
      expect(results).toHaveLength(Object.keys(subject.files).length);
      expect(results.filter((result) => result.refused > 0)).toEqual([]);
    });
    describe('reads', () => readingRules(bench));
    describe('shows', () => visibilityRules(bench));
    describe('delivers', () => statisticsRules(bench));
    describe('is counted', () => positionRules(bench));
    describe('writes down', () => loggingRules(bench));
    describe('holds', () => holdingRules(bench));
    describe('keeps held', () => leaseRules(bench));
    describe('carries out', () => carryingOutRules(bench));
    describe('hands over', () => succeedingRules(bench));
    describe('interrupts', () => suspendingRules(bench));
    describe('signs', () => signingRules(bench));
    describe('obeys', () => epochRules(bench));
  });
}
