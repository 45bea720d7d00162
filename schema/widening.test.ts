import { describe, expect, it } from '@jest/globals';
import { inputOf } from './check-input.js';
import { compose } from './composing.js';
import { withCompanies } from './widening.js';

const { subgraphs, companyCodes } = inputOf();

describe('the federation with more companies', () => {
  it('has one more subgraph and one more set of stubs per company, and composes', () => {
    const wide = withCompanies(subgraphs, companyCodes, 5);
    expect(wide.map(({ name }) => name)).toEqual(['reintegration', 'sw-leiden', 'sw-wassenaar', 'sw-extra-1', 'sw-extra-2', 'sw-extra-3']);
    expect(compose(wide).supergraphSdl).toContain('type Extra3Workplace implements Workplace');
  });

  it('is as it was when there are enough companies', () => {
    expect(withCompanies(subgraphs, companyCodes, 2)).toEqual(subgraphs);
  });
});
