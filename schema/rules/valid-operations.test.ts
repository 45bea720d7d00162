import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { inputOf } from '../check-input.js';
import { validOperations } from './valid-operations.js';

describe('valid-operations', () => {
  it('a public operation that the API can answer is in order', () => {
    expect(validOperations.check(inputOf())).toEqual([]);
  });

  it('one that asks for what is not there is refused with its file', () => {
    const operations = new Map([['x.graphql', parse('{ places { rent } }')]]);
    expect(validOperations.check({ ...inputOf(), operations })).toEqual(['x.graphql: Cannot query field "rent" on type "Workplace".']);
  });
});
