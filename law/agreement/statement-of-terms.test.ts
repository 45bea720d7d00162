import { expect, it } from '@jest/globals';
import { mayBeElectronic, statementDue } from './statement-of-terms.js';

it('the worker has his terms in writing within a month of the start', () => {
  expect([statementDue('2014-04-01'), statementDue('2014-01-31')]).toEqual(['2014-05-01', '2014-02-28']);
});

it('electronically only when he said so himself', () => {
  expect([mayBeElectronic(true), mayBeElectronic(false), mayBeElectronic(null)]).toEqual([true, false, false]);
});
