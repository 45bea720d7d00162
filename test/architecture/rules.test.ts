/** The rules of the house, tried on imports and words that they must refuse, and on permitted twins. */
import { describe, expect, it } from '@jest/globals';
import { findCycles } from './cycles.js';
import { forbiddenWords } from './forbidden-words.js';
import { importFaults } from './import-rules.js';

describe('imports', () => {
  it.each([
    ['services/benefits/src/domain/a.ts', 'typeorm'],
    ['services/benefits/src/domain/a.ts', 'node:crypto'],
    ['services/benefits/src/graph/a.ts', 'services/benefits/src/store/b.ts'],
    ['services/benefits/src/store/a.ts', 'services/benefits/src/graph/b.ts'],
    ['services/reintegration/src/commands/a.ts', 'typeorm'],
    ['services/benefits/src/service.ts', 'services/reintegration/src/service.ts'],
    ['services/sw-contract/src/a.ts', 'services/sw-leiden/src/b.ts'],
    ['kernel/a.ts', 'services/shell/src/b.ts'],
    ['law/terms/a.ts', 'kernel/b.ts'],
    ['law/terms/a.ts', 'node:fs'],
    ['services/shell/src/a.ts', 'law/terms/b.ts'],
    ['gateway/src/a.ts', 'services/benefits/src/b.ts'],
    ['elsewhere/a.ts', 'kernel/b.ts'],
  ])('refuses %s -> %s', (file, imported) => {
    expect(importFaults(file, [imported])).toHaveLength(1);
  });

  it.each([
    ['services/benefits/src/domain/a.ts', 'big.js'],
    ['services/benefits/src/domain/a.ts', 'law/terms/b.ts'],
    ['services/benefits/src/graph/a.ts', 'services/benefits/src/domain/b.ts'],
    ['services/benefits/src/store/a.ts', 'typeorm'],
    ['services/sw-leiden/src/a.ts', 'services/sw-contract/src/b.ts'],
    ['gateway/src/a.ts', 'kernel/b.ts'],
  ])('permits %s -> %s', (file, imported) => {
    expect(importFaults(file, [imported])).toEqual([]);
  });
});

describe('rings', () => {
  it('are found and named once', () => {
    expect(findCycles(new Map([['b', ['a']], ['a', ['c']], ['c', ['b']], ['d', ['a']]]))).toEqual(['a -> c -> b']);
    expect(findCycles(new Map([['a', ['b', 'c']], ['b', ['c']], ['c', []]]))).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['services/benefits/src/domain/a.ts', 'const now = Date.now();'],
    ['services/benefits/src/store/a.ts', 'await repository.save(row);'],
    ['kernel/a.ts', 'an agreement'],
    ['gateway/src/a.ts', 'const x = y as any;'],
  ])('are refused in %s: %s', (file, line) => {
    expect(forbiddenWords(file, line)).toHaveLength(1);
  });

  it('are permitted where they belong', () => {
    expect(forbiddenWords('kernel/clock.ts', 'const now = Date.now();')).toEqual([]);
    expect(forbiddenWords('kernel/viewer.ts', "const SCOPES = ['agreements:write'];")).toEqual([]);
  });
});
