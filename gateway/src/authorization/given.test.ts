import { describe, expect, it } from '@jest/globals';
import { CASE_WORKER, Reader } from './testing/reader.js';

const caseWorker = new Reader(CASE_WORKER);
const forDebts = new Reader({ ...CASE_WORKER, purpose: 'schuldhulp' });

type Case = [how: string, query: string, variables?: Record<string, unknown>];

const USED: Case[] = [
  ['an argument', '{ indebted(least: 1) { id } }'],
  ['an argument by variable', 'query ($n: Int) { indebted(least: $n) { id } }', { n: 1 }],
  ['an argument by a variable\'s default', 'query ($n: Int = 1) { indebted(least: $n) { id } }'],
  ['an input field', '{ find(filter: { debts: 1 }) { id } }'],
  ['an input field by variable', 'query ($n: Int) { find(filter: { debts: $n }) { id } }', { n: 1 }],
  ['the whole filter by variable', 'query ($f: PersonFilter) { find(filter: $f) { id } }', { f: { debts: 1 } }],
  ['the whole filter by default', 'query ($f: PersonFilter = { debts: 1 }) { find(filter: $f) { id } }'],
  ['a filter in a filter', '{ find(filter: { below: { below: { debts: 1 } } }) { id } }'],
  ['a filter in a list', '{ find(filters: [{ municipality: 1 }, { debts: 1 }]) { id } }'],
  ['a list that is one value', '{ find(filters: { debts: 1 }) { id } }'],
  ['a list in a filter, by variable', 'query ($f: PersonFilter) { find(filter: $f) { id } }', { f: { and: [{ debts: 1 }] } }],
  ['a variable in a list', 'query ($f: PersonFilter!) { find(filters: [$f]) { id } }', { f: { debts: 1 } }],
  ['nought', '{ indebted(least: 0) { id } }'],
];

const UNUSED: Case[] = [
  ['another argument', '{ indebted(municipality: 1) { id } }'],
  ['no value', 'query ($n: Int) { indebted(least: $n) { id } }'],
  ['null', '{ indebted(least: null) { id } }'],
  ['null in place of the default', 'query ($n: Int = 1) { indebted(least: $n) { id } }', { n: null }],
  ['an empty filter', '{ find(filter: {}) { id } }'],
  ['another input field', 'query ($f: PersonFilter) { find(filter: $f) { id } }', { f: { municipality: 'gm-0626', and: [{}] } }],
];

describe('a filter on a field', () => {
  it.each(USED)('needs the right of that field: %s', (_how, query, variables = {}) => {
    expect(caseWorker.hidden(query, variables)).toEqual([expect.stringMatching(/^(find|indebted): PURPOSE schuldhulp$/)]);
    expect(caseWorker.asked(query, variables)).toBeNull();
    expect(forDebts.hidden(query, variables)).toEqual([]);
  });

  it.each(UNUSED)('that is not used needs nothing: %s', (_how, query, variables = {}) => {
    expect(caseWorker.hidden(query, variables)).toEqual([]);
  });

  it('that reaches for what every object has is no filter', () => {
    expect(caseWorker.hidden('query ($f: PersonFilter) { find(filter: $f) { id } }', { f: JSON.parse('{"__proto__": 1, "constructor": 1}') as unknown })).toEqual([]);
  });
});
